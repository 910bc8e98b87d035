/** @typedef {'zh'|'en'} Locale */
/** @typedef {import('./types.js').Unit} Unit */

/** What `/api/plan` says of units: their home is the server. @type {Map<string, Unit>} */
const known = new Map();

/** Takes the units of the plan, before any figure is shown. @param {Unit[]} units */
export function useUnits(units) {
    for (const unit of units) known.set(unit.id, unit);
}

/** So many square metres or metres in another unit. @param {number} base @param {string} unit */
export const toUnit = (base, unit) => base / (known.get(unit)?.size ?? NaN);

/** So much of a unit in square metres, metres or pieces. @param {number} amount @param {string} unit */
export const fromUnit = (amount, unit) => amount * (known.get(unit)?.size ?? NaN);

/** A figure with the unit's name and decimals. @param {number} base @param {string} unit @param {Locale} locale @param {boolean} [fixed] */
function named(base, unit, locale, fixed = false) {
    const { decimals, title } = known.get(unit) ?? { decimals: 0, title: { zh: '', en: '' } };
    return `${number(toUnit(base, unit), decimals, locale, fixed)} ${title[locale]}`;
}

/** A target's figure without its unit, short enough to be read at a glance. @param {number} base m², m or pieces @param {string} unit @param {Locale} locale @param {boolean} [fixed] keep trailing zeros, for figures that change in their place */
export function headline(base, unit, locale, fixed = false) {
    const { size, decimals } = known.get(unit)?.headline[locale] ?? { size: NaN, decimals: 0 };
    return number(base / size, decimals, locale, fixed);
}

/** What stands behind such a figure. @param {string} unit @param {Locale} locale */
export const headlineUnit = (unit, locale) => known.get(unit)?.headline[locale].title ?? '';

/** @param {number} value @param {number} digits @param {Locale} locale @param {boolean} [fixed] keep trailing zeros */
export function number(value, digits, locale, fixed = false) {
    return new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en', {
        maximumFractionDigits: digits,
        minimumFractionDigits: fixed ? digits : 0,
    }).format(value);
}

/** @param {number} m2 @param {Locale} locale */
export const squareMetres = (m2, locale) => named(m2, 'm2', locale);
/** @param {number} m2 @param {Locale} locale */
export const mu = (m2, locale) => named(m2, 'mu', locale, true);
/** @param {number} m2 @param {Locale} locale */
export const hectares = (m2, locale) => named(m2, 'ha', locale, true);

/** Behind an area that is none of the ellipsoid. @param {Locale} locale */
export const onPlane = (locale) => (locale === 'zh' ? '平面' : 'plane');

/**
 * An area of the plane as planners read it: square metres and mu, hectares instead of square metres from ten hectares on.
 * @param {number} m2 @param {Locale} locale
 */
export function area(m2, locale) {
    const first = m2 >= 1e5 ? hectares(m2, locale) : squareMetres(m2, locale);
    return locale === 'zh' ? `${first}（${mu(m2, locale)}，${onPlane(locale)}）` : `${first} (${mu(m2, locale)}, ${onPlane(locale)})`;
}

/** When something was done, as the report writes it: on the plan's clock, whatever the machine's. @param {string} at @param {Locale} locale @param {string} [timeZone] */
export function moment(at, locale, timeZone = 'UTC') {
    const parts = new Intl.DateTimeFormat('en', {
        timeZone,
        timeZoneName: 'shortOffset',
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
    }).formatToParts(new Date(at));
    const of = (/** @type {string} */ type) => parts.find((part) => part.type === type)?.value ?? '';
    const utc = of('timeZoneName').replace('GMT', 'UTC');
    return `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}${locale === 'zh' ? `（${utc === 'UTC+8' ? '北京时间' : utc}）` : ` (${utc})`}`;
}

/** @param {number} m @param {Locale} locale */
export function length(m, locale) {
    if (m < 10000) return named(m, 'm', locale);
    return `${headline(m, 'km', locale)} ${headlineUnit('km', locale)}`;
}

/**
 * A target's figure in its own unit.
 * @param {number} value m², m or pieces @param {string} unit `m2`, `mu`, `ha`, `m`, `km` or `count` @param {Locale} locale
 */
export function inUnit(value, unit, locale) {
    if (unit === 'count') return number(value, 0, locale);
    return named(value, unit, locale, unit === 'mu' || unit === 'ha');
}
