import { html, nothing } from 'lit';
import { partOf } from '../model/lit.js';
import { hectares, length, mu, number } from '../model/units.js';
import { change, exact } from './amount.js';
import { icon } from './icon.js';

/** @typedef {import('../model/types.js').LedgerLine} LedgerLine */
/** @typedef {import('../model/types.js').CheckAnswer} CheckAnswer */
/** @typedef {import('../model/types.js').Target} Target */
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
                <small><span>${mu(m2, panel.locale)}</span> · <span>${hectares(m2, panel.locale)}</span></small>
            </td>`,
        )}
    </tr>`;
}

/**
 * Who took the rest of a plot or draft, what it is to each target, and what was done to its shape.
 * @param {Panel} panel
 * @param {LedgerLine & Partial<CheckAnswer>} line
 */
export function account(panel, line) {
    const seen = line.overlaps.filter((overlap) => overlap.planeM2 >= LEAST_SEEN_M2);
    return html`${seen.length > 0 ? overlaps(panel, seen) : nothing} ${toTargets(panel, line)}
        ${line.notices?.map((notice) => html`<p class="notice">${icon('info')}${panel.words(notice.text)}</p>`)}`;
}

/** @param {Panel} panel @param {import('../model/types.js').Overlap[]} list */
function overlaps(panel, list) {
    const { lit } = panel.state;
    return html`<h3>${panel.t('figure.overlaps')}</h3>
        <ul class="overlaps">
            ${list.map(
                (overlap) => html`<li><button class="ghost" aria-pressed=${lit?.part === partOf(overlap)} title=${panel.t('figure.light')}
                    @click=${() => panel.desk.light(overlap)}>
                    <span>${who(panel, overlap)}${whyApart(panel, overlap)}</span>
                    <b class="less">−${number(overlap.planeM2, 1, panel.locale)} m²<small>${mu(overlap.planeM2, panel.locale)}</small></b>
                </button></li>`,
            )}
        </ul>`;
}

/** @param {Panel} panel @param {import('../model/types.js').Overlap} overlap */
const who = (panel, { id, layer, label }) => (id === null ? panel.words(panel.layer(layer)?.title) : label);

/** The reason, where the name does not say it already. @param {Panel} panel @param {import('../model/types.js').Overlap} overlap */
function whyApart(panel, overlap) {
    const why = panel.words(overlap.why);
    return why.toLowerCase() === who(panel, overlap).toLowerCase() ? nothing : html`<small>${why}</small>`;
}

/**
 * What a plot is to each target: what it adds or what the draft changes, or why it adds nothing.
 * @param {Panel} panel
 * @param {LedgerLine & Partial<CheckAnswer>} line
 */
function toTargets(panel, { contributions, targets }) {
    const rows = contributions.map((contribution) => {
        const of = (/** @type {import('../model/types.js').Target[]|undefined} */ list) => list?.find(({ id }) => id === contribution.target);
        const before = of(targets?.before ?? panel.state.targets);
        return { contribution, before, after: of(targets?.after) };
    });
    // What moves a border moves targets without being a plot.
    const moved = (targets?.before ?? []).filter(({ id }) => !rows.some(({ before }) => before?.id === id))
        .map((before) => ({ contribution: null, before, after: targets?.after.find(({ id }) => id === before.id) }))
        .filter(({ before, after }) => change(before, after, panel.locale));
    const all = [...rows, ...moved];
    return all.length === 0 ? nothing : html`<h3>${panel.t(targets ? 'figure.targets' : 'figure.counted')}</h3>
        <ul class="moved">${all.map(({ contribution, before, after }) => (before ? toTarget(panel, contribution, before, after) : nothing))}</ul>`;
}

/** @param {Panel} panel @param {import('../model/types.js').Contribution|null} contribution @param {Target} target @param {Target} [after] */
function toTarget(panel, contribution, target, after) {
    const amount = (/** @type {number} */ value) => exact(value, target.unit, panel.locale);
    const difference = change(target, after, panel.locale);
    const adds = (contribution?.amount ?? 0) > 0;
    const kind = difference ? (difference.startsWith('+') ? 'more' : 'less') : adds ? 'more' : 'none';
    return html`<li class=${kind}>
        <span>${panel.words(target.title)}${!difference && adds ? html`<em>${panel.surface(target)}</em>` : nothing}</span>
        <b class=${kind}>${difference || (adds ? amount(contribution?.amount ?? 0) : panel.t('figure.notCounted'))}</b>
        ${contribution?.why ? html`<small>${panel.words(contribution.why)}</small>` : nothing}
        ${difference && after ? html`<small>${panel.t('figure.then', { amount: amount(after.planned) })} ${panel.surface(after)}</small>` : nothing}
    </li>`;
}
