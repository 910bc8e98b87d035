/** @typedef {'zh'|'en'} Locale */

/** @type {Record<Locale, Record<string, string>>} */
const said = { zh: {}, en: {} };

/** Brings the words of both languages; nothing can be shown before. */
export async function loadWords() {
    const locales = /** @type {Locale[]} */ (['zh', 'en']);
    await Promise.all(
        locales.map(async (locale) => {
            const answer = await fetch(`/assets/i18n/${locale}.json`);
            said[locale] = await answer.json();
        }),
    );
}

/**
 * A sentence of the page, with {names} filled in.
 * @param {Locale} locale
 * @param {string} key
 * @param {Record<string, string|number>} [values]
 */
export function say(locale, key, values = {}) {
    const sentence = said[locale][key] ?? key;
    return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * Words that came with the plan, in the language of the page.
 * @param {Locale} locale
 * @param {{zh: string, en: string}|string|null|undefined} words
 */
export function inTongue(locale, words) {
    if (!words) return '';
    return typeof words === 'string' ? words : words[locale] || words.zh || words.en;
}
