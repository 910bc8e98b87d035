import { html, nothing } from 'lit';
import { askRemovals, removalsOf } from '../model/removals.js';

/** @typedef {import('../model/water.js').Water} State */
/** @typedef {import('../model/removals.js').Removed} Removed */
/** @typedef {import('./water.js').Water} Panel */

const HELD_LEVELS = 4;
const LEVELS = Array.from({ length: HELD_LEVELS }, (_, i) => i);

/** Which link or pump would be missed most, and how many separate ways lead to each lake; asked for when it is opened. @param {Panel} panel @param {State} water */
export function removalsPart(panel, water) {
    const told = removalsOf(water);
    return html`<details class="removals" @toggle=${(/** @type {Event} */ event) => /** @type {HTMLDetailsElement} */ (event.target).open && askRemovals(panel.desk)}>
        <summary>${panel.t('water.removals')}</summary>
        ${told ? [links(panel, told.links), paths(panel, told.lakes)] : html`<p class="hint">${panel.t('water.computing')}</p>`}</details>`;
}

/** @param {Panel} panel @param {Removed[]} all */
function links(panel, all) {
    const fails = (/** @type {Removed} */ { failed }) => LEVELS.some((i) => failed[i] > 0);
    const [telling, others] = [all.filter(fails), all.filter((one) => !fails(one))];
    return html`<p class="hint">${panel.t('water.removals.hint')}</p>
        ${telling.length ? html`<div class="wide"><table><thead><tr><th scope="col">${panel.t('water.removals.without')}</th>
            ${LEVELS.map((i) => html`<th class="number" scope="col">${panel.t('water.outages.level', { level: i + 1 })}</th>`)}</tr></thead>
            <tbody>${telling.map((one) => row(panel, one))}</tbody></table></div>` : nothing}
        ${others.length ? html`<p>${panel.t('water.removals.none', { names: others.map(({ name }) => name).join(panel.locale === 'zh' ? '、' : ', ') })}</p>` : nothing}`;
}

/** @param {Panel} panel @param {Removed} removed */
function row(panel, { feature, name, pump, failed, worst_share: worst, cut }) {
    return html`<tr class="fails"><th scope="row"><button class="ghost" @click=${() => panel.desk.lightWater([feature])}>${name}${pump ? html` <small>${panel.t('water.removals.pump')}</small>` : nothing}</button></th>
        ${LEVELS.map((i) => html`<td class="number">${failed[i]}${failed[i] ? html` <small>${Math.max(0, Math.floor(100 * worst[i]))} %</small>` : nothing}</td>`)}</tr>
        ${cut ? html`<tr class="cut"><td colspan=${1 + HELD_LEVELS}><button class="ghost" @click=${() => panel.desk.lightWater(cut.features)}>${panel.words(cut)}</button></td></tr>` : nothing}`;
}

/** @param {Panel} panel @param {{feature: string, name: string, disjoint_paths: number}[]} lakes */
const paths = (panel, lakes) => html`<table><thead><tr><th scope="col">${panel.t('water.lakes')}</th><th class="number" scope="col">${panel.t('water.removals.paths')}</th></tr></thead>
    <tbody>${lakes.map(({ feature, name, disjoint_paths: count }) => html`<tr><th scope="row"><button class="ghost" @click=${() => panel.desk.lightWater([feature])}>${name}</button></th><td class="number">${count}</td></tr>`)}</tbody></table>`;
