/** @typedef {import('./types.js').Condition} Condition */

/** What has no status of the catalogue: a part of its own wherever a total is split, so that parts make the whole. */
export const UNKNOWN = 'unknown';

/** The plots that the map shows alone. @typedef {import('../api-plots.js').Sums & {refs: import('./types.js').Ref[], all: boolean, bbox: [number, number, number, number]|null}} Alone `all`: every plot, and none is named */

/**
 * A code as totals are split by it.
 * @param {import('./types.js').CodeList|undefined} list @param {unknown} code @returns {string} the code, or UNKNOWN where the list lacks it
 */
export function knownCode(list, code) {
    return list?.codes.some((each) => each.code === String(code)) ? String(code) : UNKNOWN;
}

/**
 * The plots behind a number of the report, which meet all of its conditions, or those that a question lets through. Where that is every plot, none is named.
 * @param {import('../api.js').Api} api @param {Condition[]|import('../api-plots.js').Question} asked @returns {Promise<Alone>}
 */
export async function plotsBehind(api, asked) {
    const question = Array.isArray(asked) ? Object.fromEntries(asked.filter(({ key }) => key !== 'all').map(({ key, value }) => [key, value])) : asked;
    const all = Object.keys(question).every((key) => key === 'sort');
    return { ...(await api.plots.refs(question, all ? 1 : undefined)), all, ...(all && { bbox: null }) };
}
