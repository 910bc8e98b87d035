import { inTongue, say } from '../i18n/i18n.js';
import { statusColours } from '../model/roles.js';

/**
 * Keeps the page's language, theme and title in step with the desk.
 * @param {import('../model/desk.js').Desk} desk
 */
export function dressPage(desk) {
    const colours = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, colours];
    const dress = () => {
        const { locale, theme, plan } = desk.state;
        const root = document.documentElement;
        colours.replaceSync(statusColours(plan, (code) => CSS.escape(code)));
        root.lang = locale === 'zh' ? 'zh-CN' : 'en';
        if (theme === 'auto') delete root.dataset.theme;
        else root.dataset.theme = theme;
        document.getElementById('map')?.setAttribute('aria-label', say(locale, 'map.label'));
        document.querySelector('.left')?.setAttribute('aria-label', say(locale, 'dock.label'));
        document.title = [inTongue(locale, plan?.title), say(locale, 'app.name')].filter(Boolean).join(' · ');
    };
    desk.addEventListener('change', (event) => {
        const { keys } = /** @type {CustomEvent<{keys: Set<string>}>} */ (event).detail;
        if (['plan', 'locale', 'theme'].some((key) => keys.has(key))) dress();
    });
    dress();
}
