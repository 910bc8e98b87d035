import { html, nothing, svg } from 'lit';
import { origins, parts } from '../model/lake-year.js';

/** @typedef {import('../model/water.js').Water} State */
/** @typedef {import('../model/water.js').Judgement} Judgement */
/** @typedef {import('../model/water.js').Lake} Lake */
/** @typedef {import('../model/lake-year.js').Part} Part */
/** @typedef {import('./water.js').Water} Panel */

const WIDTH = 336;
const HEIGHT = 150;
const LOW = 84;
const LEFT = 34;
const STEP = (WIDTH - LEFT) / 12;

/** A lake's year: what comes and goes by where from, how full it is, its level, and whose water stands in it. @param {Panel} panel @param {State} water @param {Judgement} judgement @param {Lake} lake */
export function charts(panel, water, judgement, lake) {
    return [balance(panel, water, parts(judgement, lake), lake), level(panel, water, lake), shares(panel, water, lake)];
}

/** Bars of what comes above the line and what goes below it, and how full the lake is. @param {Panel} panel @param {State} water @param {Part[]} all @param {Lake} lake */
function balance(panel, water, all, lake) {
    const sum = (/** @type {boolean} */ comes) => lake.months.map((_, i) => all.reduce((m3, part) => m3 + (part.comes === comes ? part.m3[i] : 0), 0));
    const most = Math.max(1, ...sum(true), ...sum(false));
    const middle = HEIGHT / 2;
    const scale = (middle - 16) / most;
    const y = (/** @type {number} */ share) => HEIGHT - 14 - share * (HEIGHT - 28);
    const line = lake.months.map((month, i) => `${LEFT + (i + 0.5) * STEP},${y(Math.min(1.05, month.after_m3 / lake.normal_m3))}`).join(' ');
    return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${panel.t('water.chart', { name: lake.name })}>
        ${now(water, HEIGHT)}
        <text x="0" y="12">${panel.number(most / 1000)}</text><text x="0" y=${middle + 4}>0</text><text x="0" y=${HEIGHT - 16}>−${panel.number(most / 1000)}</text>
        <line class="axis" x1=${LEFT} x2=${WIDTH} y1=${middle} y2=${middle}></line>
        ${lake.months.map((_, i) => bars(panel, all, i, middle, scale))}
        <line class="full" x1=${LEFT} x2=${WIDTH} y1=${y(1)} y2=${y(1)}></line><polyline class="volume" points=${line}></polyline>
        ${lake.months.map((month, i) => svg`<text class="month ${month.failed.length ? 'fails' : ''}" x=${LEFT + (i + 0.5) * STEP} y=${HEIGHT - 2}>${month.month}</text>`)}
        ${months(panel, HEIGHT)}
    </svg>
    <ul class="legend">${all.filter((part) => part.kind !== 'sky_m3' || part === all.find(({ kind }) => kind === 'sky_m3')).map((part) => html`<li data-part=${part.kind} data-nth=${part.nth % 4}>${partName(panel, part)}</li>`)}
        <li data-part="volume">${panel.t('water.part.volume')}</li></ul>
    <p class="hint">${panel.t('water.chartUnit')}</p>`;
}

/** @param {Panel} panel @param {Part} part */
const partName = (panel, { kind, name }) => `${panel.t(`water.part.${kind}`)}${name ? ` · ${name}` : ''}`;

/** The month that is looked at. @param {State} water @param {number} height */
const now = (water, height) => svg`<rect class="now" x=${LEFT + water.month * STEP} y="0" width=${STEP} height=${height}></rect>`;

/** A click on a month looks at it. @param {Panel} panel @param {number} height */
const months = (panel, height) => Array.from({ length: 12 }, (_, i) => svg`<rect class="choose" x=${LEFT + i * STEP} y="0" width=${STEP} height=${height} @click=${() => panel.desk.setWaterMonth(i)}></rect>`);

/** @param {Panel} panel @param {Part[]} all @param {number} i @param {number} middle @param {number} scale */
function bars(panel, all, i, middle, scale) {
    let [up, down] = [middle, middle];
    return all.map((part) => {
        const height = part.m3[i] * scale;
        if (!(height > 0.2)) return nothing;
        if (part.comes) up -= height;
        const top = part.comes ? up : down;
        if (!part.comes) down += height;
        return svg`<rect class="part" data-part=${part.kind} data-nth=${part.nth % 4} x=${LEFT + i * STEP + 3} y=${top} width=${STEP - 6} height=${height}><title>${partName(panel, part)} ${panel.number(part.m3[i] / 1000)}</title></rect>`;
    });
}

/** The level at the end of each month, metres. @param {Panel} panel @param {State} water @param {Lake} lake */
function level(panel, water, lake) {
    const levels = lake.months.map(({ level_m: m }) => m);
    const known = levels.filter((m) => m !== null);
    if (known.length < levels.length) return nothing;
    const [low, high] = [Math.min(...known), Math.max(...known)];
    const y = (/** @type {number} */ m) => 10 + (high - m) * ((LOW - 26) / Math.max(0.01, high - low));
    return html`<h4>${panel.t('water.level')}</h4><svg class="chart" viewBox="0 0 ${WIDTH} ${LOW}" role="img" aria-label=${panel.t('water.level')}>
        ${now(water, LOW)}<text x="0" y="13">${high.toFixed(2)}</text>${high - low > 0.005 ? svg`<text x="0" y=${LOW - 13}>${low.toFixed(2)}</text>` : nothing}
        <polyline class="level" points=${known.map((m, i) => `${LEFT + (i + 0.5) * STEP},${y(m)}`).join(' ')}></polyline>
        ${lake.months.map((month, i) => svg`<text class="month" x=${LEFT + (i + 0.5) * STEP} y=${LOW - 2}>${month.month}</text>`)}
        ${months(panel, LOW)}</svg>`;
}

/** Whose water stands in the lake, as shares of each month. @param {Panel} panel @param {State} water @param {Lake} lake */
function shares(panel, water, lake) {
    const all = origins(lake);
    if (all.length === 0) return nothing;
    const top = LOW - 14;
    const stacked = lake.months.map(() => top);
    return html`<h4>${panel.t('water.origins')}</h4><svg class="chart" viewBox="0 0 ${WIDTH} ${LOW}" role="img" aria-label=${panel.t('water.origins')}>
        <text x="0" y="9">100 %</text><text x="0" y=${top}>0</text>
        ${all.map(({ origin, shares }, nth) => shares.map((share, i) => {
            stacked[i] -= share * top;
            return svg`<rect class="part" data-origin=${nth % 6} x=${LEFT + i * STEP + 1} y=${stacked[i]} width=${STEP - 2} height=${share * top}><title>${originName(panel, origin)} ${Math.round(100 * share)} %</title></rect>`;
        }))}
        ${lake.months.map((month, i) => svg`<text class="month" x=${LEFT + (i + 0.5) * STEP} y=${LOW - 2}>${month.month}</text>`)}
        ${months(panel, LOW)}</svg>
    <ul class="legend">${all.map(({ origin, shares }, nth) => html`<li data-origin=${nth % 6}>${originName(panel, origin)} ${panel.number(100 * shares[water.month])} %</li>`)}</ul>`;
}

/** @param {Panel} panel @param {string} origin */
export function originName(panel, origin) {
    return origin === 'natural' || origin === 'before' ? panel.t(`water.origin.${origin}`) : origin;
}
