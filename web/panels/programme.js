import { html, nothing } from 'lit';
import { field, faultOf } from './field.js';
import { icon } from './icon.js';
import { Panel } from './panel.js';

/** @typedef {import('../model/records.js').Records} Records */
/** @typedef {import('../model/types.js').Attribute} Attribute */

/** What nobody types: it is kept as it is. */
const KEPT = ['plan_id', 'catalogue'];

/** The plan's targets and its identity, edited with the forms of their descriptions. */
export class Programme extends Panel {
    static reads = ['records', 'saving'];
    /** What is wrong with a field, by attribute. @type {Record<string, string>} */
    faults = {};

    /** @param {Set<string>} keys */
    changed(keys) {
        if (keys.has('records') && !this.state.records?.dirty) this.faults = {};
        return keys;
    }

    updated() {
        const dialog = this.querySelector('dialog');
        if (dialog && !dialog.open) dialog.showModal();
    }

    render() {
        const { records } = this.state;
        const kind = this.state.plan?.records.find(({ id }) => id === records?.kind);
        if (!records || !kind) return nothing;
        const many = records.kind !== 'identity';
        return html`<dialog class="programme card" aria-label=${this.t(`records.${records.kind}`)} @cancel=${this.close}>
            <header>
                <h2>${this.t(`records.${records.kind}`)}</h2>
                <button class="ghost" aria-label=${this.t('action.close')} @click=${this.close}>${icon('close')}</button>
            </header>
            <div class="body">
                ${many ? this.list(records) : nothing}
                <form id="record" novalidate @submit=${this.save}>
                    <fieldset ?disabled=${!this.desk.mayWrite}>
                        ${kind.attributes.filter(({ name }) => !KEPT.includes(name)).map((attribute) => this.field(attribute, records))}
                    </fieldset>
                    ${records.problem ? html`<p class="notice fault" role="alert">${icon('warning')}${records.problem.detail}</p>` : nothing}
                </form>
            </div>
            ${this.desk.mayWrite ? this.foot(records, many) : nothing}
        </dialog>`;
    }

    /** @param {Records} records */
    list({ list, id }) {
        return html`<nav aria-label=${this.t('records.list')}>
            ${list.map((record) => html`<button class="ghost" aria-current=${record.id === id} @click=${() => this.desk.chooseRecord(record.id)}>${record.label}</button>`)}
            ${this.desk.mayWrite
                ? html`<button class="ghost add" aria-current=${id === null} @click=${() => this.desk.chooseRecord(null)}>${icon('edit')}${this.t('records.add')}</button>`
                : nothing}
        </nav>`;
    }

    /** @param {Attribute} attribute @param {Records} records */
    field(attribute, { values, problem }) {
        const faulty = problem?.field?.split(/[./]/).at(-1) === attribute.name;
        return field(this, attribute, {
            form: 'record',
            value: values[attribute.name],
            fault: this.faults[attribute.name] || (faulty ? (problem?.detail ?? '') : ''),
            change: (value) => this.desk.fillRecord(attribute.name, value),
        });
    }

    /** @param {Records} records @param {boolean} many */
    foot({ kind, id, dirty, problem }, many) {
        const { saving } = this.state;
        return html`<footer>
            ${many && id !== null
                ? html`<button class="ghost danger-text" ?disabled=${saving} @click=${() => this.desk.removeRecord()}>${icon('trash')}${this.t('action.delete')}</button>`
                : nothing}
            <span class="space"></span>
            ${problem?.current ? html`<button @click=${() => this.desk.openRecords(kind)}>${this.t('conflict.theirs')}</button>` : nothing}
            <button @click=${this.close}>${this.t(dirty ? 'action.cancel' : 'action.close')}</button>
            <button class="primary" type="submit" form="record" ?disabled=${saving || !dirty}>${saving ? this.t('status.saving') : this.t('action.save')}</button>
        </footer>`;
    }

    /** Saves when every field is right; else goes to the first that is not. @param {Event} event */
    save(event) {
        event.preventDefault();
        const form = /** @type {HTMLFormElement} */ (event.target);
        const controls = /** @type {(HTMLInputElement|HTMLSelectElement)[]} */ ([...form.querySelectorAll('input, select')]);
        this.faults = Object.fromEntries(controls.map((control) => [control.name, faultOf(this, control)]));
        this.requestUpdate();
        const first = controls.find((control) => !control.validity.valid);
        if (first) first.focus();
        else void this.desk.saveRecord();
    }

    /** @param {Event} [event] */
    close(event) {
        event?.preventDefault();
        this.desk.closeRecords();
    }
}
