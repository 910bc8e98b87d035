import { headlineUnit, inUnit, length, number, squareMetres } from '../model/units.js';

/** @typedef {import('../model/types.js').Target} Target */
/** @typedef {'zh'|'en'} Locale */

/**
 * The exact figure with its unit, for what a draft changes.
 * @param {number} value m², m or pieces
 * @param {string} unit
 * @param {Locale} locale
 */
export function exact(value, unit, locale) {
    if (unit === 'count') return `${number(value, 0, locale)} ${headlineUnit(unit, locale)}`;
    if (unit === 'km') return length(value, locale);
    return unit === 'ha' ? squareMetres(value, locale) : inUnit(value, unit, locale);
}

/**
 * What a draft does to a target, with its sign; empty when it does nothing that shows.
 * @param {Target} before
 * @param {Target|undefined} after
 * @param {Locale} locale
 */
export function change(before, after, locale) {
    const difference = after ? after.planned - before.planned : 0;
    if (Math.abs(difference) < 0.05) return '';
    return `${difference > 0 ? '+' : '−'}${exact(Math.abs(difference), before.unit, locale)}`;
}
