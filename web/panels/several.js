import { html, nothing } from 'lit';
import { attributeOf, statusesOf } from '../model/roles.js';
import { canJoin, join } from '../model/join.js';
import { MOST } from '../model/together.js';
import { ExportForm } from './export.js';
import { field } from './field.js';
import { account, figures } from './figures.js';
import { findingsOf } from './findings.js';
import { foldOf } from './fold.js';
import { icon } from './icon.js';
import { NumberingForm } from './numbering.js';

/** @typedef {import('../model/types.js').Ref} Ref */
/** @typedef {import('../model/types.js').Attribute} Attribute */
/** @typedef {import('./panel.js').Panel} Panel */

/** Several features: what they count together, and what can be done with all of them. */
export class Several {
    /** @type {string} the attribute that is being set for all */
    attribute = '';
    /** @type {unknown} */
    value = null;

    /** @param {Panel} panel */
    constructor(panel) {
        this.panel = panel;
        this.exports = new ExportForm(panel, 'selection');
        this.numbering = new NumberingForm(panel);
    }

    /** @param {Ref[]} selection */
    render(selection) {
        const { panel } = this;
        return html`<aside class="inspector card" aria-label=${panel.t('inspector.label')}>
            <header>
                <div>
                    <h2>${panel.t('inspector.several', { count: selection.length })}</h2>
                    <p>${this.#layers(selection)}</p>
                </div>
                <button class="ghost" title=${panel.t('action.zoom')} aria-label=${panel.t('action.zoom')} ?disabled=${!panel.state.together?.bbox} @click=${() => panel.desk.fitSelection()}>${icon('target')}</button>
                ${foldOf(panel)}
                <button class="ghost" aria-label=${panel.t('action.close')} @click=${() => panel.desk.clearSelection()}>${icon('close')}</button>
            </header>
            <div class="scroll">${this.#counts(selection)} ${panel.desk.mayWrite ? this.#actions(selection) : nothing}
                ${this.numbering.render(selection)}
                <details class="exports"><summary>${icon('download')}${panel.t('several.export')}</summary>${this.exports.render()}</details>
            </div>
            ${panel.desk.mayWrite ? html`<footer><span class="space"></span>
                <button class="ghost danger-text" @click=${() => panel.desk.remove(selection)}>${icon('trash')}${panel.t('action.delete')}</button></footer>` : nothing}
        </aside>`;
    }

    /** @param {Ref[]} selection */
    #layers(selection) {
        const counts = new Map();
        for (const { layer } of selection) counts.set(layer, (counts.get(layer) ?? 0) + 1);
        return [...counts].map(([id, count]) => `${this.panel.words(this.panel.layer(id)?.title)} ${count}`).join(' · ');
    }

    /** @param {Ref[]} selection */
    #counts(selection) {
        const { panel } = this;
        const { together } = panel.state;
        if (!selection.some(({ layer }) => panel.layer(layer)?.role === 'adds green')) return nothing;
        if (selection.length > MOST) return html`<p class="hint">${panel.t('several.tooMany', { count: MOST })}</p>`;
        if (!together) return html`<div class="skeleton" role="status" aria-label=${panel.t('several.counting')}><i></i><i></i><i></i></div>`;
        if (together.plots === 0) return nothing;
        return html`${findingsOf(panel, together)}<section class="counts" aria-live="polite"><h3>${panel.t('figure.label')}</h3>${figures(panel, together)} ${account(panel, together)}</section>`;
    }

    /** @param {Ref[]} selection */
    #actions(selection) {
        const { panel } = this;
        const statuses = this.#all(selection, 'status') ? statusesOf(panel.state.plan) : [];
        const attributes = this.#common(selection);
        const chosen = attributes.find(({ name }) => name === this.attribute);
        return html`${canJoin(panel.desk, selection) ? html`<div class="verbs"><button class="ghost small" title=${panel.t('verb.joinWhy')} @click=${() => join(panel.desk, selection)}>${icon('join')}${panel.t('verb.join')}</button></div>` : nothing}
        <form class="batch" @submit=${(/** @type {Event} */ event) => this.#apply(event, selection, chosen)}>
            <h3 class="wide">${panel.t('several.actions')}</h3>
            ${statuses.length ? html`<div class="field"><label for="several-status">${panel.t('several.status')}</label>
                <select id="several-status" ?disabled=${panel.state.saving} @change=${(/** @type {Event} */ event) => this.#status(event, selection)}>
                    <option value="">${panel.t('several.choose')}</option>${statuses.map(({ code, title }) => html`<option value=${code}>${panel.words(title)}</option>`)}
                </select></div>` : nothing}
            <div class="field"><label for="several-attribute">${panel.t('several.attribute')}</label>
                <select id="several-attribute" @change=${(/** @type {Event} */ event) => this.#choose(event)}>
                    <option value="">${panel.t('several.choose')}</option>
                    ${attributes.map(({ name, title }) => html`<option value=${name} ?selected=${name === chosen?.name}>${panel.words(title)}</option>`)}
                </select></div>
            ${chosen ? html`${field(panel, chosen, { value: this.value, fault: '', form: 'several', change: (value) => this.#set(value) })}
                <button class="primary" ?disabled=${panel.state.saving}>${panel.t('several.apply')}</button>` : nothing}
        </form>`;
    }

    /** Whether every feature's layer has a role's attribute. @param {Ref[]} selection @param {string} role */
    #all(selection, role) {
        return selection.every(({ layer }) => this.panel.layer(layer)?.role === 'adds green' && attributeOf(this.panel.layer(layer), role));
    }

    /** What all of them have and what may be the same for all. @param {Ref[]} selection @returns {Attribute[]} */
    #common(selection) {
        const layers = [...new Set(selection.map(({ layer }) => layer))].map((id) => this.panel.layer(id)?.attributes ?? []);
        const same = (/** @type {Attribute} */ one, /** @type {Attribute} */ other) => one.name === other.name && one.type === other.type && one.codes === other.codes;
        return (layers[0] ?? []).filter((one) => one.role !== 'status' && layers.every((list) => list.some((other) => same(one, other))));
    }

    /** @param {Event} event @param {Ref[]} selection */
    #status(event, selection) {
        const select = /** @type {HTMLSelectElement} */ (event.target);
        if (select.value) void this.panel.desk.batchStatus(selection, select.value);
        select.value = '';
    }

    /** @param {Event} event */
    #choose(event) {
        this.attribute = /** @type {HTMLSelectElement} */ (event.target).value;
        this.#set(null);
    }

    /** @param {unknown} value */
    #set(value) {
        this.value = value;
        this.panel.requestUpdate();
    }

    /** @param {Event} event @param {Ref[]} selection @param {Attribute} [attribute] */
    #apply(event, selection, attribute) {
        event.preventDefault();
        const form = /** @type {HTMLFormElement} */ (event.target);
        if (!attribute || !form.reportValidity()) return;
        const value = attribute.type.toLowerCase() === 'boolean' ? this.value === true : this.value;
        const said = typeof value === 'boolean' ? this.panel.t(value ? 'value.yes' : 'value.no') : this.panel.code(attribute.codes, value) || '—';
        void this.panel.desk.batchAttribute(selection, attribute, value, said);
    }
}
