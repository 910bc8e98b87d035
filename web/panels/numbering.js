import { html, nothing } from 'lit';
import { canNumber, lastPattern, number, propose } from '../model/numbering.js';
import { icon } from './icon.js';

/** @typedef {import('../model/types.js').Ref} Ref */
/** @typedef {import('./panel.js').Panel} Panel */

const MOST_SHOWN = 200;

/** Numbers for what is selected: a pattern, what would come of it, and one button that writes it. */
export class NumberingForm {
    /** @type {import('../model/numbering.js').Numbered[]} */
    numbers = [];
    /** @type {Ref[]|null} the selection that they were proposed for */
    of = null;

    /** @param {Panel} panel */
    constructor(panel) {
        this.panel = panel;
    }

    /** @param {Ref[]} selection */
    render(selection) {
        const { panel } = this;
        if (!panel.desk.mayWrite || !canNumber(panel.desk, selection)) return nothing;
        return html`<details class="numbering">
            <summary>${icon('number')}${panel.t('numbering.label')}</summary>
            ${this.form(selection)}
        </details>`;
    }

    /** Pattern and preview. @param {Ref[]} selection */
    form(selection) {
        const { panel } = this;
        return html`<form class="verb" @submit=${(/** @type {Event} */ event) => this.#propose(event, selection)}>
                <label class="wide">${panel.t('numbering.pattern')}<input name="pattern" required maxlength="80" autocomplete="off" .value=${lastPattern(panel.desk)} /></label>
                <label>${panel.t('numbering.first')}<input name="first" type="number" min="0" step="1" value="1" required /></label>
                <button class="small">${panel.t('numbering.preview')}</button>
                <p class="hint wide">${panel.t('numbering.why')}</p>
            </form>
            ${this.of === selection && this.numbers.length ? this.#preview() : nothing}`;
    }

    #preview() {
        const { panel, numbers } = this;
        const changed = numbers.filter(({ was, number: now }) => was !== now).length;
        return html`<ul class="numbers" aria-live="polite">
                ${numbers.slice(0, MOST_SHOWN).map(({ label, was, number: now }) => html`<li><span>${label}</span><b>${was && was !== now ? html`<s>${was}</s> ` : nothing}${now}</b></li>`)}
            </ul>
            ${numbers.length > MOST_SHOWN ? html`<p class="hint">${panel.t('history.more', { count: numbers.length - MOST_SHOWN })}</p>` : nothing}
            <button class="primary" ?disabled=${panel.state.saving || changed === 0} @click=${() => this.#write()}>${panel.t('numbering.write', { count: changed })}</button>`;
    }

    /** @param {Event} event @param {Ref[]} selection */
    async #propose(event, selection) {
        event.preventDefault();
        const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
        this.numbers = await propose(this.panel.desk, selection, String(data.get('pattern')), Number(data.get('first')));
        this.of = selection;
        this.panel.requestUpdate();
    }

    async #write() {
        await number(this.panel.desk, this.numbers);
        this.numbers = [];
        this.panel.requestUpdate();
    }
}
