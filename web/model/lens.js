import { UNKNOWN } from './figure.js';
import { attributeOf, statusesOf } from './roles.js';

/** @typedef {import('./types.js').Plan} Plan */
/** @typedef {'layer'|'status'|'year'|'office'} By */
/**
 * By what plots are coloured: `statuses` the codes, the most advanced first; `colours` the colour of each value, as CSS.
 * @typedef {{by: By, statuses: string[], colours: Record<string, string>}} Lens
 */

/** By what plots can be coloured, in the order of the switch. */
export const LENSES = /** @type {const} */ (['layer', 'status', 'year', 'office']);

/** What has no value, or one that the catalogue does not know; light and dark. */
export const NEUTRAL = ['#6b7280', '#8a7f96'];

/** For years and offices, which have no colour of their own: far apart for every eye, light and dark. */
const SERIES = [
    ['#0b5c8a', '#e69f00', '#35a37c', '#b4432e', '#7fc0ea', '#8a5aa8', '#d9d04a', '#5a5f66'],
    ['#4aa3dc', '#e8a93a', '#4fc29a', '#e0705a', '#b9defa', '#b78ad6', '#efe676', '#a2a8b0'],
];

/** The lenses that this plan has: no layer with an office, no lens of offices. @param {Plan|null} plan @returns {By[]} */
export function lensesOf(plan) {
    const plots = plan?.layers.filter(({ role }) => role === 'adds green') ?? [];
    return LENSES.filter((by) => by === 'layer' || plots.some((layer) => attributeOf(layer, by)));
}

/**
 * @param {Plan|null} plan @param {By} by @param {boolean} dark @param {string[]} values of years or offices that are in sight, sorted
 * @returns {Lens}
 */
export function lensOf(plan, by, dark, values = []) {
    const codes = statusesOf(plan);
    const series = SERIES[dark ? 1 : 0];
    const pairs = by === 'year' || by === 'office'
        ? values.map((value, place) => [value, series[place % series.length]])
        : codes.map(({ code, colour, darkColour }) => [code, (dark ? darkColour ?? colour : colour) ?? NEUTRAL[dark ? 1 : 0]]);
    return { by, statuses: codes.map(({ code }) => code), colours: Object.fromEntries([...pairs, [UNKNOWN, NEUTRAL[dark ? 1 : 0]]]) };
}

/** The colour of a plot through a lens; while plots have the colours of their layers, that of its status. @param {Lens} lens @param {Record<string, unknown>} tags */
export function colourOf({ by, colours }, tags) {
    return colours[String(tags[by === 'layer' ? 'status' : by] ?? UNKNOWN)] ?? colours[UNKNOWN];
}

/** A colour's line: the same, firmer. @param {string} hex @param {number} share of it that stays */
export function firmer(hex, share) {
    const parts = [1, 3, 5].map((at) => Math.round(parseInt(hex.slice(at, at + 2), 16) * share));
    return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
