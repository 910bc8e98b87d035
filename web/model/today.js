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

/** How many features were created, changed and deleted, each counted once by what became of it last. @param {HistoryLine[]} lines the latest first */
export function counted(lines) {
    /** @type {Map<string, string>} */
    const last = new Map();
    for (const { changes } of lines) for (const { op, layer, id } of changes) if (!last.has(`${layer}:${id}`)) last.set(`${layer}:${id}`, op);
    const of = (/** @type {string} */ op) => [...last.values()].filter((each) => each === op).length;
    return { create: of('create'), replace: of('replace'), delete: of('delete') };
}
