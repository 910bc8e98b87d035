import { html, nothing } from 'lit';
import { ask, withFactor, withoutGroup } from '../model/water.js';
import { icon } from './icon.js';

/** @typedef {import('../model/water.js').Water} State */
/** @typedef {import('./water.js').Water} Panel */

/** How large something may be supposed to be, of what it is; 0 is closed. */
const FACTORS = [1, 0, 0.5, 0.8, 1.2, 1.5, 2];

/** What each line and source brings in the month, and what would come of other works; nothing is written. @param {Panel} panel @param {State} water */
export function tryOf(panel, water) {
    const drawn = water.board[water.works];
    if (!drawn?.links || !drawn.sources) return nothing;
    const now = water.tried ?? drawn;
    const groups = [...new Set(drawn.sources.map(({ group }) => group))].sort();
    const lines = [...largest(drawn.links.map(({ feature, name, edge }) => ({ feature, name, m3: now.links?.find((link) => link.edge === edge)?.m3[water.month] ?? 0 })))];
    const sources = drawn.sources.map(({ feature, name }) => ({ feature, name, m3: now.sources?.find((source) => source.feature === feature)?.m3[water.month] ?? 0 }));
    return html`<details class="links try"><summary>${panel.t('water.try')}</summary>
        <p class="hint">${panel.t('water.try.hint')}</p>
        ${groups.length ? html`<p class="groups"><span>${panel.t('water.try.without')}</span>${groups.map((group) => html`<label class="tick"><input type="checkbox" .checked=${water.what.without.includes(group)}
            @change=${() => ask(panel.desk, withoutGroup(water.what, group))} />${group}</label>`)}</p>` : nothing}
        <table><thead><tr><th>${panel.t('water.link')}</th><th class="number">${panel.t('water.flow')}</th><th>${panel.t('water.try.as')}</th></tr></thead>
            <tbody>${[...sources, ...lines].map((line) => row(panel, water, line))}</tbody></table>
    </details>`;
}

/** @param {Panel} panel @param {State} water @param {{feature: string, name: string, m3: number}} line */
function row(panel, water, { feature, name, m3 }) {
    const factor = water.what.close.includes(feature) ? 0 : (water.what.scale[feature] ?? 1);
    return html`<tr><th scope="row"><button class="ghost" @click=${() => panel.desk.lightWater([feature])}>${name}</button></th>
        <td class="number">${panel.number(m3 / 1000)}</td>
        <td>${feature.startsWith('rivers/') ? nothing : html`<select aria-label=${panel.t('water.try.of', { name })}
            @change=${(/** @type {Event} */ event) => ask(panel.desk, withFactor(water.what, feature, Number(/** @type {HTMLSelectElement} */ (event.target).value)))}>
            ${FACTORS.map((one) => html`<option value=${one} ?selected=${one === factor}>${factorName(panel, one)}</option>`)}</select>`}</td></tr>`;
}

/** @param {Panel} panel @param {number} factor */
function factorName(panel, factor) {
    if (factor === 1) return panel.t('water.try.drawn');
    if (factor === 0) return panel.t('water.close');
    return `${factor > 1 ? '+' : '−'}${Math.round(Math.abs(factor - 1) * 100)} %`;
}

/** A line of several stretches leads what its fullest does. @param {{feature: string, name: string, m3: number}[]} stretches */
function largest(stretches) {
    /** @type {Map<string, {feature: string, name: string, m3: number}>} */
    const lines = new Map();
    for (const one of stretches) if (!(Number(lines.get(one.feature)?.m3) >= one.m3)) lines.set(one.feature, one);
    return lines.values();
}

/** That what is read is supposed, what it turns, and the way back. @param {Panel} panel @param {State} water */
export function triedOf(panel, water) {
    const count = water.what.close.length + water.what.without.length + Object.keys(water.what.scale).length;
    if (count === 0) return nothing;
    const [before, after] = [water.board[water.works]?.failed, water.tried?.failed];
    const turned = (before ?? []).map((months, i) => ({ level: i + 1, months, then: after?.[i] ?? months })).filter(({ months, then }) => months !== then);
    return html`<div class="notice tried" role="status">${icon('info')}<span>${panel.t('water.tried', { count })}
        ${after ? (turned.length ? turned.map(({ level, months, then }) => html`<br />${panel.t('water.tried.level', { level, months, then })}`) : html`<br />${panel.t('water.tried.same')}`) : html`<br />${panel.t('water.computing')}`}
        </span><button class="ghost" @click=${() => ask(panel.desk, { close: [], without: [], scale: {} })}>${panel.t('water.tried.back')}</button></div>`;
}
