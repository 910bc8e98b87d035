/** One mu in square metres, exactly: 15 mu are a hectare. */
export const MU_M2 = 2000 / 3;

/** @typedef {'zh'|'en'} Locale */

const NAMES = {
    zh: { m2: 'm²', mu: '亩', ha: '公顷', m: '米', km: '千米' },
    en: { m2: 'm²', mu: 'mu', ha: 'ha', m: 'm', km: 'km' },
};

/** @param {number} m2 */
export const toMu = (m2) => m2 / MU_M2;

/** @param {number} value @param {number} digits @param {Locale} locale @param {boolean} [fixed] keep trailing zeros */
export function number(value, digits, locale, fixed = false) {
    return new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en', {
        maximumFractionDigits: digits,
        minimumFractionDigits: fixed ? digits : 0,
    }).format(value);
}

/** @param {number} m2 @param {Locale} locale */
export const squareMetres = (m2, locale) => `${number(m2, 0, locale)} ${NAMES[locale].m2}`;
/** @param {number} m2 @param {Locale} locale */
export const mu = (m2, locale) => `${number(toMu(m2), 2, locale, true)} ${NAMES[locale].mu}`;
/** @param {number} m2 @param {Locale} locale */
export const hectares = (m2, locale) => `${number(m2 / 1e4, 2, locale, true)} ${NAMES[locale].ha}`;

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
    return m >= 10000 ? `${number(m / 1000, 2, locale)} ${NAMES[locale].km}` : `${number(m, 0, locale)} ${NAMES[locale].m}`;
}

/**
 * A target's figure in its own unit.
 * @param {number} value m², m or pieces @param {string} unit `m2`, `mu`, `ha`, `m`, `km` or `count` @param {Locale} locale
 */
export function inUnit(value, unit, locale) {
    if (unit === 'mu') return mu(value, locale);
    if (unit === 'ha') return hectares(value, locale);
    if (unit === 'm2') return squareMetres(value, locale);
    if (unit === 'km') return `${number(value / 1000, 3, locale)} ${NAMES[locale].km}`;
    if (unit === 'm') return `${number(value, 0, locale)} ${NAMES[locale].m}`;
    return number(value, 0, locale);
}
