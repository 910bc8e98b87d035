/** @typedef {import('./types.js').Row} Row */
/** @typedef {import('./types.js').Condition} Condition */

/** The report's word for an attribute that nobody filled in. */
const NONE = 'none';

/** What has no status of the catalogue: a part of its own wherever a total is split, so that parts make the whole. */
export const UNKNOWN = 'unknown';

/**
 * A code as totals are split by it.
 * @param {import('./types.js').CodeList|undefined} list @param {unknown} code @returns {string} the code, or UNKNOWN where the list lacks it
 */
export function knownCode(list, code) {
    return list?.codes.some((each) => each.code === String(code)) ? String(code) : UNKNOWN;
}

/**
 * The plots behind a number of the report: those that meet all of its conditions.
 * @param {Condition[]} conditions @param {Row[]} rows @param {import('./types.js').CodeList} [statuses] @returns {Row[]}
 */
export function plotsBehind(conditions, rows, statuses) {
    return conditions.length === 0 ? [] : rows.filter((row) => conditions.every((condition) => meets(row, condition, statuses)));
}

/** @param {Row} row @param {Condition} condition @param {import('./types.js').CodeList} [statuses] */
function meets(row, { key, value }, statuses) {
    if (key === 'all') return true;
    if (key === 'layer') return row.layer === value;
    if (key === 'plot') return `${row.layer}.${row.id}` === value;
    if (key === 'target') return row.targets.includes(value);
    if (key === 'zone') return row.zones.includes(value);
    if (key === 'status' && value === UNKNOWN) return knownCode(statuses, row.attributes.status) === UNKNOWN;
    return String(row.attributes[key] ?? NONE) === value;
}
