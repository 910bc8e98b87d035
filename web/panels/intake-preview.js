import { html, nothing } from 'lit';
import { placeOf } from '../model/place.js';
import { icon } from './icon.js';

/**
 * @typedef {import('./panel.js').Panel} Panel
 * @typedef {import('../model/intake.js').Choice} Choice
 * @typedef {import('../model/intake.js').Preview} Preview
 * @typedef {import('../model/intake.js').Item} Item
 */

const STATES = /** @type {Item['state'][]} */ (['new', 'changed', 'vanished', 'same', 'conflict']);
const LISTED = 400;

/**
 * What an import would do to one layer: how many are new, changed, missing, mended, refused; each can be left out.
 * @param {Panel} panel @param {Choice} choice @param {Preview} preview
 */
export function previewOf(panel, choice, preview) {
    return html`<div class="preview">
        <ul class="outcome">
            ${STATES.filter((state) => state !== 'conflict' || preview.counts.conflict).map((state) => html`<li class=${state}><b class="num">${preview.counts[state] ?? 0}</b>${panel.t(`intake.state.${state}`)}</li>`)}
        </ul>
        ${residuals(panel, preview)} ${said(panel, 'intake.mended', preview.mended)} ${said(panel, 'intake.dropped', preview.dropped)}
        ${refused(panel, choice, preview)} ${items(panel, choice, preview)}
    </div>`;
}

/** How far each control point stays off its place. @param {Panel} panel @param {Preview} preview */
function residuals(panel, { residualsM }) {
    if (!residualsM) return nothing;
    return html`<section class="residuals">
        <h3>${panel.t('intake.residuals')}</h3>
        <ol>${residualsM.map((metres, i) => html`<li><b>${i + 1}</b> <span class="num">±${metres.toFixed(2)} m</span></li>`)}</ol>
    </section>`;
}

/** @param {Panel} panel @param {string} title @param {Preview['mended']} list */
function said(panel, title, list) {
    if (list.length === 0) return nothing;
    return html`<section>
        <h3>${panel.t(title)}</h3>
        <ul>${list.map(({ words, count }) => html`<li>${panel.words(words)} <span class="num">× ${count}</span></li>`)}</ul>
    </section>`;
}

/** @param {Panel} panel @param {Choice} choice @param {Preview} preview */
function refused(panel, choice, preview) {
    if (!preview.counts.refused) return nothing;
    return html`<section class="refused">
        <h3>${icon('warning')}${panel.t('intake.refused', { count: preview.counts.refused })}</h3>
        <ul>${preview.refused.slice(0, 20).map(({ number, reason, place }) => html`<li>
            ${panel.t('intake.record', { number })}: ${panel.words(reason)}
            ${place ? html`<button class="ghost small" aria-label=${panel.t('action.zoom')} @click=${() => goTo(panel, place.coordinates)}>${icon('target')}</button>` : nothing}
        </li>`)}</ul>
        <label class="tick">
            <input type="checkbox" .checked=${choice.skipRefused} @change=${(/** @type {Event} */ e) =>
                panel.desk.chooseImport(choice.source, { skipRefused: /** @type {HTMLInputElement} */ (e.target).checked })} />
            ${panel.t('intake.skipRefused')}
        </label>
    </section>`;
}

/** @param {Panel} panel @param {[number, number]} place */
const goTo = (panel, [lon, lat]) => panel.desk.goTo({ lon, lat, mark: true });

/** @param {Panel} panel @param {Choice} choice @param {Preview} preview */
function items(panel, choice, preview) {
    const shown = preview.items.filter(({ state }) => state !== 'same').slice(0, LISTED);
    if (shown.length === 0) return nothing;
    return html`<ul class="items">${shown.map((item) => html`<li class=${item.state}>
        <input type="checkbox" aria-label=${item.label} .checked=${taken(choice, item)} ?disabled=${item.state === 'vanished' && always(choice)}
            title=${item.state === 'conflict' ? panel.t('intake.overwrite') : nothing}
            @change=${(/** @type {Event} */ e) => take(panel, choice, item, /** @type {HTMLInputElement} */ (e.target).checked)} />
        <button class="ghost" @click=${() => item.geometry && panel.desk.goTo(placeOf(item.geometry))}>
            <i class="dot ${item.state}"></i><span>${item.label}</span><small>${what(panel, item, preview.target)}</small>
        </button>
    </li>`)}</ul>`;
}

/** @param {Panel} panel @param {Item} item @param {string} target */
function what(panel, item, target) {
    if (item.state !== 'changed' && item.state !== 'conflict') return panel.t(`intake.state.${item.state}`);
    const titles = panel.layer(target)?.attributes ?? [];
    const names = Object.entries(item.attributes ?? {}).map(([name, [before, after]]) => {
        const title = panel.words(titles.find((a) => a.name === name)?.title) || name;
        return `${title} ${String(before ?? '—')} → ${String(after ?? '—')}`;
    });
    return [...(item.shapeChanged ? [panel.t('intake.shapeChanged')] : []), ...names].join(' · ');
}

/** Whether what the file lacks goes without being asked. @param {Choice} choice */
const always = ({ mode }) => mode === 'replace' || mode === 'checkin';

/** @param {Choice} choice @param {Item} item */
function taken(choice, item) {
    if (item.state === 'conflict') return choice.overwrite.includes(item.id ?? 0);
    if (item.state === 'vanished') return always(choice) || choice.remove.includes(item.id ?? 0);
    return !choice.leaveOut.includes(item.number ?? 0);
}

/** @param {Panel} panel @param {Choice} choice @param {Item} item @param {boolean} on */
function take(panel, choice, item, on) {
    const name = item.state === 'vanished' ? 'remove' : item.state === 'conflict' ? 'overwrite' : 'leaveOut';
    const number = (name === 'leaveOut' ? item.number : item.id) ?? 0;
    const add = name === 'leaveOut' ? !on : on;
    const next = add ? [...choice[name], number] : choice[name].filter((n) => n !== number);
    panel.desk.chooseImport(choice.source, { [name]: next });
}
