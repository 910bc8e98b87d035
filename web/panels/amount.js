import { inUnit, length, number, squareMetres, toUnit } from '../model/units.js';

/** @typedef {import('../model/types.js').Target} Target */
/** @typedef {'zh'|'en'} Locale */

/** Square metres in a Chinese programme are read by the ten thousand. */
const TEN_THOUSAND = 10000;

/** @param {string} unit @param {Locale} locale */
export const unitKey = (unit, locale) => (unit === 'm2' && locale === 'zh' ? 'm2x10k' : unit);

/**
 * A target's figure without its unit, short enough to be read at a glance.
 * @param {number} value m², m or pieces
 * @param {string} unit
 * @param {Locale} locale
 */
export function shortNumber(value, unit, locale) {
    if (unitKey(unit, locale) === 'm2x10k') return number(value / TEN_THOUSAND, 2, locale);
    if (unit === 'mu') return number(toUnit(value, unit), 1, locale);
    if (unit === 'ha') return number(toUnit(value, unit), 2, locale);
    return unit === 'km' ? number(toUnit(value, unit), 2, locale) : number(value, 0, locale);
}

/**
 * The exact figure with its unit, for what a draft changes.
 * @param {number} value m², m or pieces
 * @param {string} unit
 * @param {Locale} locale
 * @param {string} pieces the word for one counted thing
 */
export function exact(value, unit, locale, pieces) {
    if (unit === 'count') return `${number(value, 0, locale)} ${pieces}`;
    if (unit === 'km') return length(value, locale);
    return unit === 'ha' ? squareMetres(value, locale) : inUnit(value, unit, locale);
}

/**
 * What a draft does to a target, with its sign; empty when it does nothing that shows.
 * @param {Target} before
 * @param {Target|undefined} after
 * @param {Locale} locale
 * @param {string} pieces
 */
export function change(before, after, locale, pieces) {
    const difference = after ? after.planned - before.planned : 0;
    if (Math.abs(difference) < 0.05) return '';
    return `${difference > 0 ? '+' : '−'}${exact(Math.abs(difference), before.unit, locale, pieces)}`;
}
