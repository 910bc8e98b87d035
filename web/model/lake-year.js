/** @typedef {import('./water.js').Judgement} Judgement */
/** @typedef {import('./water.js').Lake} Lake */

/**
 * What comes to a lake or goes from it in each month, by where it comes from.
 * @typedef {{kind: string, name: string, nth: number, comes: boolean, m3: number[]}} Part nth of its kind
 */

/** Everything that comes and goes, by source and by link; what never runs is left out. @param {Judgement} judgement @param {Lake} lake @returns {Part[]} */
export function parts(judgement, lake) {
    const { feature, months } = lake;
    const sky = months.map(({ sky_m3 }) => sky_m3);
    return [
        part('natural_m3', true, months.map(({ natural_m3 }) => natural_m3)),
        ...(judgement.sources ?? []).filter(({ at }) => at === feature).map(({ name, m3 }, nth) => part('sources_m3', true, m3, name, nth)),
        ...lines(judgement, 'to', feature).map(({ name, m3 }, nth) => part('links_in_m3', true, m3, name, nth)),
        part('spilled_in_m3', true, months.map(({ spilled_in_m3 }) => spilled_in_m3)),
        part('sky_m3', true, sky.map((m3) => Math.max(0, m3))),
        part('sky_m3', false, sky.map((m3) => Math.max(0, -m3))),
        ...lines(judgement, 'from', feature).map(({ name, m3 }, nth) => part('links_out_m3', false, m3, name, nth)),
        part('uses_m3', false, months.map(({ uses_m3 }) => uses_m3)),
        part('spilled_m3', false, months.map(({ spilled_m3 }) => spilled_m3)),
    ].filter(({ m3 }) => m3.some((one) => one > 0.5));
}

/** @param {string} kind @param {boolean} comes @param {number[]} m3 @param {string} [name] @param {number} [nth] @returns {Part} */
const part = (kind, comes, m3, name = '', nth = 0) => ({ kind, name, nth, comes, m3 });

/** What arrives by each line that ends at a lake, losses on the way taken off; or what enters each that begins there. @param {Judgement} judgement @param {'to'|'from'} end @param {string} lake */
function lines({ links }, end, lake) {
    /** @type {Map<string, {name: string, m3: number[]}>} */
    const byLine = new Map();
    for (const link of links ?? []) {
        if (link[end] !== lake) continue;
        const kept = end === 'to' ? 1 - link.loss_share : 1;
        const before = byLine.get(link.feature)?.m3;
        byLine.set(link.feature, { name: link.name, m3: link.m3.map((m3, i) => m3 * kept + (before?.[i] ?? 0)) });
    }
    return [...byLine.values()];
}

/** Whose water stands in a lake: each origin with its share of each month, what there is most of first. @param {Lake} lake @returns {{origin: string, shares: number[]}[]} */
export function origins({ months }) {
    const all = new Set(months.flatMap(({ shares }) => Object.keys(shares ?? {})));
    return [...all]
        .map((origin) => ({ origin, shares: months.map(({ shares }) => shares?.[origin] ?? 0) }))
        .filter(({ shares }) => Math.max(...shares) >= 0.0005)
        .sort((a, b) => total(b.shares) - total(a.shares) || (a.origin < b.origin ? -1 : 1));
}

/** @param {number[]} some */
const total = (some) => some.reduce((sum, one) => sum + one, 0);
