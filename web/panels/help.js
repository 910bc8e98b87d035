import { html } from 'lit';
import { icon } from './icon.js';
import { Panel } from './panel.js';
import { isTyping, OTHER_KEYS, TOOLS } from './shortcuts.js';

/** How a plot is drawn, what counts, and the keys; opened with `?` or from the corner of the page. */
export class Help extends Panel {
    connectedCallback() {
        super.connectedCallback();
        document.addEventListener('keydown', (event) => {
            if (event.key === '?' && !isTyping(event)) this.show();
        });
    }

    show() {
        this.querySelector('dialog')?.showModal();
    }

    render() {
        const lines = [...TOOLS.map(({ tool, key }) => ({ does: `tool.${tool}`, keys: key })), ...OTHER_KEYS];
        return html`<button class="ghost round" aria-label=${this.t('help.label')} title="${this.t('help.label')} ( ? )" @click=${this.show}>
                ${icon('help')}
            </button>
            <dialog class="help card" aria-labelledby="help-title">
            <form method="dialog">
                <h2 id="help-title">${this.t('help.label')}</h2>
                <button class="ghost" aria-label=${this.t('action.close')}>${icon('close')}</button>
            </form>
            <ol class="how">
                ${['draw', 'count', 'save', 'share'].map((step) => html`<li>${this.t(`help.${step}`)}</li>`)}
            </ol>
            <p><a href="/assets/guide.html?lang=${this.locale}" target="_blank" rel="noopener">${this.t('help.guide')}</a></p>
            <h3>${this.t('help.keys')}</h3>
            <dl class="keys">
                ${lines.map(({ does, keys }) => html`<div><dt>${this.t(does)}</dt><dd><kbd>${keys}</kbd></dd></div>`)}
            </dl>
        </dialog>`;
    }
}
