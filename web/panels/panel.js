import { LitElement } from 'lit';
import { inTongue, say } from '../i18n/i18n.js';

/** @typedef {import('../model/desk.js').Desk} Desk */
/** @typedef {import('../model/types.js').State} State */

/** A part of the page that reads the desk, calls the desk, and knows no other part. */
export class Panel extends LitElement {
    /** Names of the state this panel shows; a change of any other leaves it alone. @type {string[]} */
    static reads = [];

    /** @type {Desk} */
    // @ts-expect-error known once `connect` was called; nothing renders before
    desk = undefined;

    createRenderRoot() {
        return this;
    }

    /** @param {Desk} desk */
    connect(desk) {
        this.desk = desk;
        const reads = new Set([...(/** @type {typeof Panel} */ (this.constructor).reads), 'plan', 'locale']);
        desk.addEventListener('change', (event) => {
            const { keys } = /** @type {CustomEvent<{keys: Set<string>}>} */ (event).detail;
            const mine = [...keys].filter((key) => reads.has(key));
            if (mine.length === 0) return;
            this.changed(new Set(mine));
            this.requestUpdate();
        });
        this.requestUpdate();
    }

    /** For panels that must act on a change, not only show it. @param {Set<string>} keys */
    changed(keys) {
        return keys;
    }

    shouldUpdate() {
        return this.desk !== undefined;
    }

    get state() {
        return this.desk.state;
    }

    get locale() {
        return this.desk.state.locale;
    }

    /** @param {string} key @param {Record<string, string|number>} [values] */
    t(key, values) {
        return say(this.locale, key, values);
    }

    /** @param {{zh: string, en: string}|string|null|undefined} words */
    words(words) {
        return inTongue(this.locale, words);
    }

    /** Whether the page is dark at present, by choice or by the system. */
    get dark() {
        const { theme } = this.state;
        return theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
    }

    /** @param {string} id */
    layer(id) {
        return this.state.plan?.layers.find((layer) => layer.id === id);
    }

    /** A layer or a kind of record. @param {string} id */
    described(id) {
        return this.layer(id) ?? this.state.plan?.records.find((kind) => kind.id === id);
    }

    /** Behind the figure of a target: of which surface an area is. @param {import('../model/types.js').Target} target */
    surface(target) {
        return target.measure.includes('area') ? this.t(`surface.${target.method}`) : '';
    }

    /** What a code means, in the language of the page; one that the catalogue does not know says so. @param {string|null|undefined} list @param {unknown} code */
    code(list, code) {
        const found = list ? this.state.plan?.codes[list]?.codes.find((c) => c.code === String(code)) : undefined;
        if (found || !list || code === null || code === undefined || code === '') return found ? this.words(found.title) : String(code ?? '');
        return this.t('code.unknown', { code: String(code) });
    }
}
