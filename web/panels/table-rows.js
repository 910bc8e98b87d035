import { knownCode, UNKNOWN } from '../model/figure.js';

/** @typedef {import('../model/types.js').Row} Row */
/** @typedef {import('../model/types.js').Filter} Filter */
/** @typedef {'name'|'layer'|'status'|'year'|'gross'|'net'|'length'} Column */

/** What a column is sorted by. @type {Record<Column, (row: Row) => string|number>} */
const SORTS = {
    name: (row) => String(row.attributes.name ?? ''),
    layer: (row) => row.layer,
    status: (row) => String(row.attributes.status ?? ''),
    year: (row) => Number(row.attributes.year ?? 0),
    gross: (row) => row.gross.planeM2,
    net: (row) => row.net.planeM2,
    length: (row) => row.lengthM,
};

/** @param {{layer: string, id: number}} ref */
export const keyOf = ({ layer, id }) => `${layer}:${id}`;

/**
 * The rows that the filter lets through.
 * @param {Row[]} rows
 * @param {Filter} filter
 * @param {import('../model/types.js').CodeList} [statuses] what the catalogue knows
 */
export function filtered(rows, { text, layer, status }, statuses) {
    const wanted = text.trim().toLowerCase();
    return rows.filter((row) => {
        if (layer && row.layer !== layer) return false;
        if (status === UNKNOWN ? knownCode(statuses, row.attributes.status) !== UNKNOWN : status && row.attributes.status !== status) return false;
        if (!wanted) return true;
        return [row.attributes.name, row.attributes.code].some((value) => String(value ?? '').toLowerCase().includes(wanted));
    });
}

/**
 * Rows in the order of a column; names in the order of the language, sizes by number.
 * @param {Row[]} rows
 * @param {Column} column
 * @param {boolean} falling
 * @param {'zh'|'en'} locale
 */
export function sorted(rows, column, falling, locale) {
    const by = SORTS[column];
    const { compare } = new Intl.Collator(locale === 'zh' ? 'zh-CN' : 'en', { numeric: true });
    const order = (/** @type {Row} */ one, /** @type {Row} */ other) => {
        const [a, b] = [by(one), by(other)];
        return typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
    };
    const rising = [...rows].sort(order);
    return falling ? rising.reverse() : rising;
}

/** Sums of what was selected, in m² and m. @param {Row[]} rows */
export function sums(rows) {
    const sum = (/** @type {(row: Row) => number} */ of) => rows.reduce((total, row) => total + of(row), 0);
    return {
        gross: sum((row) => row.gross.planeM2),
        net: sum((row) => row.net.planeM2),
        length: sum((row) => row.lengthM),
    };
}
