/** @typedef {import('./types.js').HistoryLine} HistoryLine */

/** The day of a moment on a clock, such as 2026-11-28. @param {string|number|Date} at @param {string} timeZone */
const dayOf = (at, timeZone) => new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at));

/**
 * What a person wrote on the day it is, on the plan's clock, the latest first.
 * @param {HistoryLine[]} history @param {string} author @param {string} [timeZone] @param {Date} [now]
 */
export function mineToday(history, author, timeZone = 'UTC', now = new Date()) {
    const today = dayOf(now, timeZone);
    return history.filter((line) => line.author === author && dayOf(line.at, timeZone) === today);
}

/** How many features were created, changed and deleted; what was created and deleted on the same day is neither. @param {HistoryLine[]} lines the latest first */
export function counted(lines) {
    /** @type {Map<string, {first: string, last: string}>} */
    const done = new Map();
    for (const { changes } of lines) {
        for (const { op, layer, id } of changes) done.set(`${layer}:${id}`, { first: op, last: done.get(`${layer}:${id}`)?.last ?? op });
    }
    const sums = { create: 0, replace: 0, delete: 0 };
    for (const { first, last } of done.values()) {
        if (last === 'delete' ? first !== 'create' : true) sums[last === 'delete' ? 'delete' : first === 'create' ? 'create' : 'replace'] += 1;
    }
    return sums;
}
