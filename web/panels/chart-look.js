/** @typedef {import('./chart.js').Option} Option */

const ROW_PX = 18;
const MARK_PX = 34;
const ROOM_PX = 345;
const LETTER_PX = 6.2;
/** The months of all charts of a lake stand below each other. */
export const SIDES = { left: 44, right: 36 };
const SMALL = { fontSize: 11, color: 'var(--ink-soft)' };
/** Several of one kind differ in how deep their colour is. */
const DEPTHS = [1, 0.72, 0.5, 0.34];

/** What all charts are alike in: nothing moves, and the figures at the pointer are written into the drawing. @param {(figure: number) => string} figure @returns {Option} */
export const base = (figure) => ({
    animation: false,
    tooltip: {
        trigger: 'axis', renderMode: 'richText', confine: true, axisPointer: { type: 'shadow' }, valueFormatter: figure, padding: 8,
        backgroundColor: 'var(--paper-solid)', borderColor: 'var(--line)', textStyle: { fontSize: 12, color: 'var(--ink)' },
    },
});

/** The months along the lower edge; those in which something failed in the colour of warnings. @param {{month: number, failed: string[]}[]} months @returns {Option} */
export const monthAxis = (months) => ({
    type: 'category', axisTick: { show: false }, axisLine: { onZero: false, lineStyle: { color: 'var(--line)' } }, axisLabel: { ...SMALL, interval: 0 },
    data: months.map(({ month, failed }) => ({ value: String(month), textStyle: { color: failed.length ? 'var(--warn)' : 'var(--ink-soft)' } })),
});

/** @param {string} name @param {((figure: number) => string)} figure @returns {Option} */
export const axis = (name, figure) => ({
    type: 'value', name, nameGap: 8, nameTextStyle: SMALL, axisLabel: { ...SMALL, formatter: figure }, splitNumber: 4, splitLine: { lineStyle: { color: 'var(--line)' } },
});

/** @param {string} name @param {number[]} data @param {string} color @param {number} [nth] of its kind */
export const bars = (name, data, color, nth = 0) => ({
    name, type: 'bar', stack: 'all', barCategoryGap: '22%', data, color, itemStyle: { opacity: DEPTHS[nth % DEPTHS.length] },
});

/** The month that is looked at. @param {number} month its place */
export const nowArea = (month) => ({ silent: true, itemStyle: { color: 'var(--hover)' }, data: [[{ xAxis: month }, { xAxis: month }]] });

/** @param {string[]} names @returns {Option} */
export const legend = (names) => ({ data: names, bottom: 0, left: 0, itemWidth: 12, itemHeight: 9, itemGap: 10, padding: 0, textStyle: { ...SMALL, fontSize: 12 }, inactiveColor: 'var(--line)' });

/** How high a legend of these names is: ECharts does not make room for it. @param {string[]} names */
export function legendPx(names) {
    const widths = names.map((name) => MARK_PX + [...name].reduce((px, letter) => px + (letter > '⺀' ? 2 : 1.05) * LETTER_PX, 0));
    let [rows, filled] = [1, 0];
    for (const width of widths) {
        if (filled + width > ROOM_PX && filled > 0) [rows, filled] = [rows + 1, 0];
        filled += width;
    }
    return rows * ROW_PX + 4;
}
