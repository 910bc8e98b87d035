import { html, nothing } from 'lit';
import { hectares, length, mu, number } from '../model/units.js';
import { change, exact } from './amount.js';
import { icon } from './icon.js';

/** @typedef {import('../model/types.js').LedgerLine} LedgerLine */
/** @typedef {import('../model/types.js').CheckAnswer} CheckAnswer */
/** @typedef {import('./panel.js').Panel} Panel */

/** Less than this is the width of a pen: it is in the sum, but no line of its own. */
const LEAST_SEEN_M2 = 0.01;

/**
 * Gross and net of a plot, on the plane and on the ellipsoid, in every unit a planner is asked for.
 * @param {Panel} panel
 * @param {LedgerLine} line
 */
export function figures(panel, line) {
    const { locale } = panel;
    return html`<table class="figures">
        <thead>
            <tr>
                <td></td>
                <th scope="col">${panel.t('figure.plane')}</th>
                <th scope="col">${panel.t('figure.ellipsoid')}</th>
            </tr>
        </thead>
        <tbody>
            ${areas(panel, panel.t('figure.net'), line.net, 'net')}
            ${areas(panel, panel.t('figure.gross'), line.gross, '')}
            ${line.grossLengthM > 0
                ? html`<tr>
                      <th scope="row">${panel.t('figure.length')}</th>
                      <td colspan="2">
                          <b>${length(line.lengthM, locale)}</b>
                          <small>${panel.t('figure.ofLength', { length: length(line.grossLengthM, locale) })}</small>
                      </td>
                  </tr>`
                : nothing}
        </tbody>
    </table>`;
}

/** @param {Panel} panel @param {string} name @param {import('../model/types.js').Areas} areas @param {string} kind */
function areas(panel, name, { planeM2, ellipsoidM2 }, kind) {
    return html`<tr class=${kind}>
        <th scope="row">${name}</th>
        ${[planeM2, ellipsoidM2].map(
            (m2) => html`<td>
                <b>${number(m2, 1, panel.locale, true)}</b> m²
                <small>${mu(m2, panel.locale)} · ${hectares(m2, panel.locale)}</small>
            </td>`,
        )}
    </tr>`;
}

/**
 * What a draft touches, what that costs, and what it does to the targets.
 * @param {Panel} panel
 * @param {CheckAnswer} check
 */
export function consequences(panel, check) {
    const pieces = panel.t('unit.count');
    const moved = check.targets.before.flatMap((before) => {
        const after = check.targets.after.find((each) => each.id === before.id);
        const difference = change(before, after, panel.locale, pieces);
        return after && difference ? [{ after, difference }] : [];
    });
    return html`${account(panel, check)}
        ${moved.length > 0
            ? html`<h3>${panel.t('figure.targets')}</h3>
                  <ul class="moved">
                      ${moved.map(
                          ({ after, difference }) => html`<li>
                              <span>${panel.words(after.title)}</span>
                              <b class=${difference.startsWith('+') ? 'more' : 'less'}>${difference}</b>
                              <small>${panel.t('figure.then', { amount: exact(after.planned, after.unit, panel.locale, pieces) })} ${panel.surface(after)}</small>
                          </li>`,
                      )}
                  </ul>`
            : nothing}
        ${check.notices.map((notice) => html`<p class="notice">${icon('info')}${panel.words(notice.text)}</p>`)}`;
}

/**
 * Who has what of a plot does not count, and for which targets it is no piece.
 * @param {Panel} panel
 * @param {{overlaps: import('../model/types.js').Overlap[], noPieces: import('../model/types.js').NoPiece[]}} line
 */
export function account(panel, line) {
    const seen = line.overlaps.filter((overlap) => overlap.planeM2 >= LEAST_SEEN_M2);
    return html`${seen.length > 0 ? overlaps(panel, seen) : nothing}
        ${line.noPieces.map((noPiece) => html`<p class="notice">${icon('info')}${panel.words(noPiece.text)}</p>`)}`;
}

/** @param {Panel} panel @param {import('../model/types.js').Overlap[]} list */
function overlaps(panel, list) {
    return html`<h3>${panel.t('figure.overlaps')}</h3>
        <ul class="overlaps">
            ${list.map(
                (overlap) => html`<li>
                    <span>
                        ${overlap.id === null ? panel.words(panel.layer(overlap.layer)?.title) : overlap.label}
                        <small>${panel.words(overlap.why)}</small>
                    </span>
                    <b class="less">−${number(overlap.planeM2, 1, panel.locale)} m²</b>
                </li>`,
            )}
        </ul>`;
}
