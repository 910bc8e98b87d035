/** @typedef {import('./types.js').Row} Row */
/** @typedef {import('./types.js').Condition} Condition */

/** The report's word for an attribute that nobody filled in. */
const NONE = 'none';

/**
 * The plots behind a number of the report: those that meet all of its conditions.
 * @param {Condition[]} conditions @param {Row[]} rows @returns {Row[]}
 */
export function plotsBehind(conditions, rows) {
    return conditions.length === 0 ? [] : rows.filter((row) => conditions.every((condition) => meets(row, condition)));
}

/** @param {Row} row @param {Condition} condition */
function meets(row, { key, value }) {
    if (key === 'all') return true;
    if (key === 'layer') return row.layer === value;
    if (key === 'plot') return `${row.layer}.${row.id}` === value;
    if (key === 'target') return row.targets.includes(value);
    if (key === 'zone') return row.zones.includes(value);
    return String(row.attributes[key] ?? NONE) === value;
}
