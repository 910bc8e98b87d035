import { html, nothing } from 'lit';
import { icon } from './icon.js';
import { Panel } from './panel.js';
import { isTyping } from './shortcuts.js';

/** @typedef {import('../model/types.js').Found} Found */

const PAUSE_MS = 220;

/** Finds features and places by name, by hand or by keyboard. */
export class Search extends Panel {
    /** @type {Found[]} */
    found = [];
    /** What `found` answers; empty while nothing was asked. */
    asked = '';
    open = false;
    looking = false;
    active = -1;
    timer = 0;

    connectedCallback() {
        super.connectedCallback();
        document.addEventListener('keydown', (event) => {
            if (event.key !== '/' || isTyping(event)) return;
            event.preventDefault();
            this.querySelector('input')?.focus();
        });
    }

    render() {
        const open = this.open && this.asked !== '';
        return html`<search class="search">
            ${icon('search')}
            <input type="search" role="combobox" autocomplete="off" spellcheck="false" aria-controls="found"
                aria-expanded=${open} aria-activedescendant=${this.active >= 0 ? `found-${this.active}` : nothing}
                aria-label=${this.t('search.label')} placeholder=${this.t('search.placeholder')}
                @input=${this.typed} @keydown=${this.pressed} @focus=${() => this.show(true)} @blur=${() => this.show(false)} />
            <ul id="found" role="listbox" class="found card" aria-label=${this.t('search.results')} ?hidden=${!open}>
                ${this.found.map((found, index) => this.result(found, index))}
                ${open && this.found.length === 0 ? html`<li class="empty">${this.looking ? this.t('search.looking') : this.t('search.none', { question: this.asked })}</li>` : nothing}
            </ul>
        </search>`;
    }

    /** @param {Found} found @param {number} index */
    result(found, index) {
        const layer = found.layer && this.layer(found.layer);
        return html`<li id=${`found-${index}`} role="option" aria-selected=${index === this.active}
            @pointerdown=${(/** @type {Event} */ event) => event.preventDefault()} @click=${() => this.choose(found)}>
            ${icon(found.kind === 'place' ? 'point' : 'polygon')}<span>${found.label}</span>
            <small>${layer ? this.words(layer.title) : this.t('search.place')}</small>
        </li>`;
    }

    /** @param {boolean} open */
    show(open) {
        this.open = open;
        this.requestUpdate();
    }

    /** @param {Event} event */
    typed(event) {
        const question = /** @type {HTMLInputElement} */ (event.target).value.trim();
        window.clearTimeout(this.timer);
        this.timer = window.setTimeout(() => this.ask(question), PAUSE_MS);
    }

    /** @param {string} question */
    async ask(question) {
        this.asked = question;
        this.active = -1;
        this.looking = true;
        this.requestUpdate();
        const answer = question === '' ? [] : await this.desk.search(question).catch(() => []);
        if (question !== this.asked) return;
        this.looking = false;
        this.found = answer;
        this.show(true);
    }

    /** @param {KeyboardEvent} event */
    pressed(event) {
        const { key } = event;
        if (key === 'Escape') this.querySelector('input')?.blur();
        if (key === 'Enter') this.choose(this.found[Math.max(0, this.active)]);
        if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
        event.preventDefault();
        const last = this.found.length - 1;
        this.active = Math.min(last, Math.max(0, this.active + (key === 'ArrowDown' ? 1 : -1)));
        this.requestUpdate();
    }

    /** @param {Found|undefined} found */
    choose(found) {
        if (!found) return;
        const { lon, lat, bbox } = found;
        this.desk.goTo(bbox ? { lon, lat, bbox } : { lon, lat, zoom: 16, mark: true });
        if (found.layer && found.id !== undefined) void this.desk.select([{ layer: found.layer, id: found.id }]);
        this.querySelector('input')?.blur();
    }
}
