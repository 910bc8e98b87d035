import { html, nothing } from 'lit';
import { icon } from './icon.js';

/** @typedef {import('./panel.js').Panel} Panel */

const VERBS = /** @type {const} */ ({
    draw: { sign: 'polygon', words: 'tool.polygon', act: (/** @type {Panel} */ panel) => panel.desk.setTool('polygon') },
    import: { sign: 'upload', words: 'empty.import', act: (/** @type {Panel} */ panel) => panel.desk.openImport() },
});

/**
 * Where there is nothing yet: what is missing in a sentence, and what comes next as buttons.
 * @param {Panel} panel @param {string} words @param {(keyof typeof VERBS)[]} next
 */
export function empty(panel, words, ...next) {
    return html`<div class="empty"><p>${words}</p>
        ${panel.desk.mayWrite && next.length ? html`<p class="next">${next.map((verb) => html`<button @click=${() => VERBS[verb].act(panel)}>${icon(VERBS[verb].sign)}${panel.t(VERBS[verb].words)}</button>`)}</p>` : nothing}
    </div>`;
}
