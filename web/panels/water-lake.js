import { html, nothing, svg } from 'lit';
import { icon } from './icon.js';

/** @typedef {import('../model/water.js').Water} State */
/** @typedef {import('../model/water.js').Judgement} Judgement */
/** @typedef {import('../model/water.js').Lake} Lake */
/** @typedef {import('./water.js').Water} Panel */

/** What comes and what goes, in the order in which it is stacked. */
const IN = /** @type {const} */ (['natural_m3', 'sources_m3', 'links_in_m3', 'spilled_in_m3']);
const OUT = /** @type {const} */ (['links_out_m3', 'uses_m3', 'spilled_m3']);
const WIDTH = 336;
const HEIGHT = 150;
const LEFT = 30;
const STEP = (WIDTH - LEFT) / 12;

/** The lakes to choose from, and the one that is looked at: its year as a chart and a table, and why it is short. @param {Panel} panel @param {State} water @param {Judgement} judgement */
export function lakeOf(panel, water, judgement) {
    const lakes = judgement.lakes ?? [];
    if (lakes.length === 0) return nothing;
    const lake = lakes.find(({ feature }) => feature === water.lake);
    return html`<section class="lake"><nav aria-label=${panel.t('water.lakes')}>${lakes.map((one) => html`<button aria-pressed=${one.feature === water.lake}
            class=${one.months.some(({ failed }) => failed.length > 0) ? 'fails' : ''}
            @click=${() => panel.desk.showLake(one.feature === water.lake ? null : one.feature)}>${one.name}</button>`)}</nav>
        ${lake ? [why(panel, water), chart(panel, water, lake), table(panel, lake)] : html`<p class="hint">${panel.t('water.chooseLake')}</p>`}</section>`;
}

/** @param {Panel} panel @param {State} water */
function why(panel, { why: told, works }) {
    if (!told) return nothing;
    if (told.short.length === 0) return html`<p class="met">${icon('check')}${panel.t('water.served', { name: told.name })}</p>`;
    return html`<div class="why"><h3>${panel.t('water.why', { name: told.name, works: panel.t(`water.works.${works}`) })}</h3><ul>
        ${told.short.map((one) => html`<li><button class="ghost" @click=${() => panel.desk.lightWater(one.features)}>
            <strong>${panel.words(one.title)}</strong>
            ${one.sentences.map((sentence) => html`<span>${panel.words(sentence)}</span>`)}</button></li>`)}</ul></div>`;
}

/** Bars of what comes above the line and what goes below it, and how full the lake is. @param {Panel} panel @param {State} water @param {Lake} lake */
function chart(panel, water, lake) {
    const inAll = lake.months.map((month) => IN.reduce((sum, key) => sum + month[key], 0) + Math.max(0, month.sky_m3));
    const outAll = lake.months.map((month) => OUT.reduce((sum, key) => sum + month[key], 0) + Math.max(0, -month.sky_m3));
    const most = Math.max(1, ...inAll, ...outAll);
    const middle = HEIGHT / 2;
    const scale = (middle - 16) / most;
    const y = (/** @type {number} */ share) => HEIGHT - 14 - share * (HEIGHT - 28);
    const line = lake.months.map((month, i) => `${LEFT + (i + 1) * STEP - STEP / 2},${y(Math.min(1.05, month.after_m3 / lake.normal_m3))}`).join(' ');
    return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${panel.t('water.chart', { name: lake.name })}>
        <rect class="now" x=${LEFT + water.month * STEP} y="0" width=${STEP} height=${HEIGHT}></rect>
        <text x="0" y="12">${panel.number(most / 1000)}</text><text x="0" y=${middle + 4}>0</text><text x="0" y=${HEIGHT - 16}>−${panel.number(most / 1000)}</text>
        <line class="axis" x1=${LEFT} x2=${WIDTH} y1=${middle} y2=${middle}></line>
        ${lake.months.map((month, i) => bars(month, LEFT + i * STEP + 3, middle, scale))}
        <line class="full" x1=${LEFT} x2=${WIDTH} y1=${y(1)} y2=${y(1)}></line><polyline class="volume" points=${line}></polyline>
        ${lake.months.map((month, i) => svg`<text class="month ${month.failed.length ? 'fails' : ''}" x=${LEFT + (i + 0.5) * STEP} y=${HEIGHT - 2}>${month.month}</text>`)}
    </svg>
    <ul class="legend">${[...IN, 'sky_m3', ...OUT].map((key) => html`<li data-part=${key}>${panel.t(`water.part.${key}`)}</li>`)}<li data-part="volume">${panel.t('water.part.volume')}</li></ul>
    <p class="hint">${panel.t('water.chartUnit')}</p>`;
}

/** @param {import('../model/water.js').LakeMonth} month @param {number} x @param {number} middle @param {number} scale */
function bars(month, x, middle, scale) {
    let up = middle;
    let down = middle;
    const bar = (/** @type {string} */ key, /** @type {number} */ amount, /** @type {boolean} */ comes) => {
        const height = amount * scale;
        if (!(height > 0.2)) return nothing;
        if (comes) up -= height;
        const top = comes ? up : down;
        if (!comes) down += height;
        return svg`<rect class="part" data-part=${key} x=${x} y=${top} width=${STEP - 6} height=${height}></rect>`;
    };
    return [
        ...IN.map((key) => bar(key, month[key], true)),
        bar('sky_m3', Math.abs(month.sky_m3), month.sky_m3 > 0),
        ...OUT.map((key) => bar(key, month[key], false)),
    ];
}

/** The same figures to be read, thousand m³. @param {Panel} panel @param {Lake} lake */
function table(panel, lake) {
    const parts = /** @type {const} */ ([...IN, 'sky_m3', ...OUT, 'after_m3']);
    return html`<details><summary>${panel.t('water.table')}</summary><div class="wide"><table>
        <thead><tr><th>${panel.t('water.monthHead')}</th>${parts.map((key) => html`<th class="number">${panel.t(`water.part.${key}`)}</th>`)}<th class="number">${panel.t('water.level')}</th></tr></thead>
        <tbody>${lake.months.map((month) => html`<tr class=${month.failed.length ? 'fails' : ''}><th scope="row">${month.month}</th>
            ${parts.map((key) => html`<td class="number">${panel.number(month[key] / 1000)}</td>`)}<td class="number">${month.level_m?.toFixed(2) ?? '—'}</td></tr>`)}</tbody>
    </table></div></details>`;
}
