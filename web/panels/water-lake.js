import { html, nothing } from 'lit';
import { origins, parts } from '../model/lake-year.js';
import { askWhy, shown } from '../model/water.js';
import { icon } from './icon.js';
import { charts, originName } from './lake-charts.js';

/** @typedef {import('../model/water.js').Water} State */
/** @typedef {import('../model/water.js').Judgement} Judgement */
/** @typedef {import('../model/water.js').Lake} Lake */
/** @typedef {import('./water.js').Water} Panel */

/** What makes a lake's balance, in its order. */
const BALANCE = /** @type {const} */ (['natural_m3', 'sources_m3', 'links_in_m3', 'spilled_in_m3', 'sky_m3', 'links_out_m3', 'uses_m3', 'spilled_m3', 'after_m3']);

/** The lakes to choose from, and the one that is looked at: why it is short, its year as charts and tables. @param {Panel} panel @param {State} water @param {Judgement} judgement */
export function lakeOf(panel, water, judgement) {
    const lakes = judgement.lakes ?? [];
    if (lakes.length === 0) return nothing;
    const lake = lakes.find(({ feature }) => feature === water.lake);
    return html`<section class="lake"><nav aria-label=${panel.t('water.lakes')}>${lakes.map((one) => html`<button aria-pressed=${one.feature === water.lake}
            class=${one.months.some(({ failed }) => failed.length > 0) ? 'fails' : ''}
            @click=${() => panel.desk.showLake(one.feature === water.lake ? null : one.feature)}>${one.name}</button>`)}</nav>
        ${lake ? [role(panel, water, lake), why(panel, water), charts(panel, water, judgement, lake), tables(panel, judgement, lake)] : html`<p class="hint">${panel.t('water.chooseLake')}</p>`}</section>`;
}

/** What the lake is in the network in this month. @param {Panel} panel @param {State} water @param {Lake} lake */
function role(panel, water, lake) {
    const now = lake.months[water.month]?.role;
    return now ? html`<p class="role" data-role=${now}>${panel.t('water.role', { month: lake.months[water.month].month })}${panel.t(`water.role.${now}`)}</p>` : nothing;
}

/** Why, of the month that is looked at or of the worst. @param {Panel} panel @param {State} water */
function why(panel, water) {
    const { why: told, works, whyMonth, lake } = water;
    if (!told || !lake) return nothing;
    const month = shown(water)?.months?.[water.month] ?? 0;
    const head = html`<h3>${panel.t('water.why', { name: told.name, works: panel.t(`water.works.${works}`) })}</h3>
        <div class="choice" role="group">${[0, month].map((one) => html`<button aria-pressed=${one === whyMonth} @click=${() => askWhy(panel.desk, lake, one)}>
            ${one ? panel.t('water.month', { month: one }) : panel.t('water.why.worst')}</button>`)}</div>`;
    if (told.short.length === 0) {
        const all = whyMonth === 0;
        return html`<div class="why">${all ? nothing : head}<p class="met">${icon('check')}${all ? panel.t('water.served', { name: told.name }) : panel.t('water.servedMonth', { name: told.name, month: whyMonth })}</p></div>`;
    }
    return html`<div class="why">${head}<ul>
        ${told.short.map((one) => html`<li><strong>${panel.words(one.title)}</strong>
            ${one.sentences.map((sentence) => html`<button class="ghost" @click=${() => panel.desk.lightWater(sentence.features)}>${panel.words(sentence)}</button>`)}</li>`)}</ul></div>`;
}

/** The same figures to be read. @param {Panel} panel @param {Judgement} judgement @param {Lake} lake */
function tables(panel, judgement, lake) {
    const thousand = (/** @type {number} */ m3) => panel.number(m3 / 1000);
    const percent = (/** @type {number} */ share) => `${Math.floor(100 * share + 1e-6)} %`;
    const flows = parts(judgement, lake);
    return [
        table(panel, lake, panel.t('water.table'), [...BALANCE.map((key) => panel.t(`water.part.${key}`)), panel.t('water.level')],
            (i) => [...BALANCE.map((key) => thousand(lake.months[i][key])), lake.months[i].level_m?.toFixed(2) ?? '—']),
        table(panel, lake, panel.t('water.table.source'), flows.map(({ kind, name, comes }) => `${comes ? '' : '−'}${panel.t(`water.part.${kind}`)}${name ? ` · ${name}` : ''}`), (i) => flows.map(({ m3 }) => thousand(m3[i]))),
        table(panel, lake, panel.t('water.table.served'), lake.needs.map(({ title, level }) => `${level} ${panel.words(title)}`), (i) => lake.needs.map(({ shares }) => percent(shares[i]))),
        table(panel, lake, panel.t('water.origins'), origins(lake).map(({ origin }) => originName(panel, origin)), (i) => origins(lake).map(({ shares }) => percent(shares[i]))),
    ];
}

/** @param {Panel} panel @param {Lake} lake @param {string} title @param {string[]} heads @param {(month: number) => string[]} cells */
function table(panel, lake, title, heads, cells) {
    if (heads.length === 0) return nothing;
    return html`<details><summary>${title}</summary><div class="wide"><table>
        <thead><tr><th>${panel.t('water.monthHead')}</th>${heads.map((head) => html`<th class="number">${head}</th>`)}</tr></thead>
        <tbody>${lake.months.map((month, i) => html`<tr class=${month.failed.length ? 'fails' : ''}><th scope="row">${month.month}</th>
            ${cells(i).map((cell) => html`<td class="number">${cell}</td>`)}</tr>`)}</tbody>
    </table></div></details>`;
}
