import { html, nothing } from 'lit';

/** @typedef {import('../model/water.js').Judgement} Judgement */
/** @typedef {import('../model/water.js').Outage} Outage */
/** @typedef {import('./water.js').Water} Panel */

const HELD_LEVELS = 4;

/** What happens without each source group, whole year and worst month: months failed and least share served of each level, and what binds. @param {Panel} panel @param {Judgement} judgement */
export function outagesOf(panel, { outages }) {
    if (!outages?.length) return nothing;
    const levels = Array.from({ length: HELD_LEVELS }, (_, i) => i);
    return html`<details class="outages"><summary>${panel.t('water.outages')}</summary>
        <p class="hint">${panel.t('water.outages.hint')}</p>
        <div class="wide"><table><thead><tr><th>${panel.t('water.outages.group')}</th><th>${panel.t('water.outages.when')}</th>
            ${levels.map((i) => html`<th class="number">${panel.t('water.outages.level', { level: i + 1 })}</th>`)}</tr></thead>
        <tbody>${outages.map((outage) => row(panel, outage, levels))}</tbody></table></div></details>`;
}

/** @param {Panel} panel @param {Outage} outage @param {number[]} levels */
function row(panel, { group, month, failed, worst_share: worst, cut, places }, levels) {
    const fails = levels.some((i) => failed[i] > 0);
    return html`<tr class=${fails ? 'fails' : ''}><th scope="row">${group}</th>
        <td>${month ? panel.t('water.outages.month', { month }) : panel.t('water.outages.year')}</td>
        ${levels.map((i) => html`<td class="number">${failed[i]}${failed[i] ? html` <small>${Math.max(0, Math.floor(100 * worst[i]))} %</small>` : nothing}</td>`)}</tr>
        ${fails && cut ? html`<tr class="cut"><td colspan=${2 + levels.length}><button class="ghost" @click=${() => panel.desk.lightWater(cut.features)}>${panel.words(cut)}</button></td></tr>` : nothing}
        ${fails ? shares(panel, places, levels) : nothing}`;
}

/** The least share served at each place where one of the levels fails. @param {Panel} panel @param {Outage['places']} places @param {number[]} levels */
function shares(panel, places, levels) {
    return places.filter((place) => place.shares.some((share) => share !== null && share < 0.999)).map(({ feature, name, shares: of }) => html`<tr class="place">
        <th scope="row" colspan="2"><button class="ghost" @click=${() => panel.desk.lightWater([feature])}>${name}</button></th>
        ${levels.map((i) => html`<td class="number">${of[i] === null ? '' : `${Math.max(0, Math.floor(100 * of[i]))} %`}</td>`)}</tr>`);
}
