import { html, nothing } from 'lit';
import { origins, parts } from '../model/lake-year.js';
import { number } from '../model/units.js';
import { axis, bars, base, legend, legendPx, monthAxis, nowArea, SIDES } from './chart-look.js';
import './chart.js';

/** @typedef {import('../model/water.js').Water} State */
/** @typedef {import('../model/water.js').Judgement} Judgement */
/** @typedef {import('../model/water.js').Lake} Lake */
/** @typedef {import('../model/lake-year.js').Part} Part */
/** @typedef {import('./water.js').Water} Panel */

/** A lake's year: what comes and goes by where from, how full it is, its level, and whose water stands in it. @param {Panel} panel @param {State} water @param {Judgement} judgement @param {Lake} lake */
export function charts(panel, water, judgement, lake) {
    return [balance(panel, water, parts(judgement, lake), lake), level(panel, water, lake), shares(panel, water, lake)];
}

/** A click on a month looks at it. @param {Panel} panel @param {string} kind @param {string} label @param {import('./chart.js').Option} option @param {number} legendHeight */
const chart = (panel, kind, label, option, legendHeight = 0) => html`<gp-chart class="chart ${kind}" .style=${`--legend: ${legendHeight}px`} .label=${label} .option=${option}
    .choose=${(/** @type {number} */ month) => panel.desk.setWaterMonth(Math.max(0, Math.min(11, Math.round(month))))}></gp-chart>`;

/** Bars of what comes above the line and what goes below it, and how full the lake is. @param {Panel} panel @param {State} water @param {Part[]} all @param {Lake} lake */
function balance(panel, water, all, lake) {
    const volume = panel.t('water.part.volume');
    // What comes and what goes of the sky are one thing.
    const series = [...new Map(all.map((part) => [partName(panel, part), part])).entries()].map(([name, { kind, nth }]) => {
        const both = all.filter((part) => partName(panel, part) === name);
        const m3 = lake.months.map((_, i) => both.reduce((sum, part) => sum + (part.comes ? 1 : -1) * part.m3[i], 0));
        return bars(name, m3.map((one) => one / 1000), `var(--${kind})`, nth);
    });
    const names = [...series.map(({ name }) => name), volume];
    const figure = (/** @type {number} */ value) => panel.number(value);
    const option = {
        ...base(figure), legend: legend(names), grid: { ...SIDES, top: 24, bottom: 24 + legendPx(names) }, xAxis: monthAxis(lake.months),
        yAxis: [axis(panel.t('water.chart.flow'), figure), { ...axis(panel.t('water.chart.full'), figure), min: 0, max: 100, interval: 50, splitLine: { show: false } }],
        series: [...series.map((one, i) => (i ? one : { ...one, markArea: nowArea(water.month) })), { name: volume, type: 'line', yAxisIndex: 1, symbolSize: 4, data: lake.months.map(({ after_m3: m3 }) => (100 * m3) / lake.normal_m3), lineStyle: { width: 2 }, color: 'var(--ink)' }],
    };
    return chart(panel, 'balance', panel.t('water.chart', { name: lake.name }), option, legendPx(names));
}

/** @param {Panel} panel @param {Part} part */
const partName = (panel, { kind, name }) => `${panel.t(`water.part.${kind}`)}${name ? ` · ${name}` : ''}`;

/** The level at the end of each month, metres. @param {Panel} panel @param {State} water @param {Lake} lake */
function level(panel, water, lake) {
    const levels = lake.months.map(({ level_m: m }) => m);
    if (levels.includes(null)) return nothing;
    const metres = (/** @type {number} */ m) => number(m, 2, panel.locale, true);
    const option = {
        ...base(metres), grid: { ...SIDES, top: 8, bottom: 20 }, xAxis: monthAxis(lake.months),
        yAxis: { ...axis('', metres), scale: true, minInterval: 0.01, splitNumber: 2 },
        series: [{ name: panel.t('water.level'), type: 'line', symbolSize: 4, data: levels, color: 'var(--sources_m3)', markArea: nowArea(water.month) }],
    };
    return html`<h4>${panel.t('water.level')}</h4>${chart(panel, 'low', panel.t('water.level'), option)}`;
}

/** Whose water stands in the lake, as shares of each month. @param {Panel} panel @param {State} water @param {Lake} lake */
function shares(panel, water, lake) {
    const all = origins(lake);
    if (all.length === 0) return nothing;
    const names = all.map(({ origin }) => originName(panel, origin));
    const percent = (/** @type {number} */ value) => `${panel.number(value)} %`;
    const option = {
        ...base(percent), legend: legend(names), grid: { ...SIDES, top: 8, bottom: 20 + legendPx(names) }, xAxis: monthAxis(lake.months), yAxis: { ...axis('', percent), min: 0, max: 100, interval: 50 },
        series: all.map(({ shares }, nth) => ({ ...bars(names[nth], shares.map((share) => 100 * share), `var(--origin-${nth % 6})`), ...(nth ? {} : { markArea: nowArea(water.month) }) })),
    };
    return html`<h4>${panel.t('water.origins')}</h4>${chart(panel, 'low', panel.t('water.origins'), option, legendPx(names))}`;
}

/** @param {Panel} panel @param {string} origin */
export function originName(panel, origin) {
    return origin === 'natural' || origin === 'before' ? panel.t(`water.origin.${origin}`) : origin;
}
