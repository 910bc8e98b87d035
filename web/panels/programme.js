import { html, nothing } from 'lit';
import { faultPlace } from '../model/lists.js';
import { conflict } from './conflict.js';
import { field, faultOf } from './field.js';
import { icon } from './icon.js';
import { Panel } from './panel.js';
import { past } from './past.js';

/** @typedef {import('../model/records.js').Records} Records */
/** @typedef {import('../model/types.js').Attribute} Attribute */

/** What nobody types: it is kept as it is. */
const KEPT = ['plan_id', 'catalogue'];

/** The plan's targets and its identity, edited with the forms of their descriptions. */
export class Programme extends Panel {
    static reads = ['records', 'saving'];
    /** What is wrong with a field, by attribute. @type {Record<string, string>} */
    faults = {};
    /** Pasted figures that found no place in their list, by attribute. @type {Record<string, number>} */
    over = {};
    /** Whether what is missing is told, too: not before somebody tried to save. */
    tried = false;
    /** Whether it was shown already what both changed. */
    asked = false;

    /** @param {Set<string>} keys */
    changed(keys) {
        if (keys.has('records') && !this.state.records?.dirty) {
            this.faults = {};
            this.over = {};
            this.tried = false;
        }
        return keys;
    }

    updated() {
        const dialog = this.querySelector('dialog');
        if (dialog && !dialog.open) dialog.showModal();
        // What is asked may lie below a long form.
        const { merging } = this.state.records ?? {};
        if (merging && !this.asked) this.querySelector('.sides')?.scrollIntoView({ block: 'nearest' });
        this.asked = Boolean(merging);
    }

    render() {
        const { records } = this.state;
        const kind = this.state.plan?.records.find(({ id }) => id === records?.kind);
        if (!records || !kind) return nothing;
        const many = records.kind !== 'identity';
        return html`<dialog class="programme card" aria-label=${this.words(kind.title)} @cancel=${this.close}>
            <header>
                <h2>${this.words(kind.title)}</h2>
                ${this.kinds(records)}
                <button class="ghost" aria-label=${this.t('action.close')} @click=${this.close}>${icon('close')}</button>
            </header>
            <div class="body">
                ${many ? this.list(records, this.words(kind.title)) : nothing}
                <form id="record" novalidate @submit=${this.save}>
                    <fieldset ?disabled=${!this.desk.mayWrite}>
                        ${kind.attributes.filter(({ name }) => !KEPT.includes(name)).map((attribute) => this.field(attribute, records))}
                    </fieldset>
                    ${records.problem ? this.problem(records, records.problem, kind.attributes) : nothing}
                    ${past(this, this.past(records, kind.attributes))}
                </form>
            </div>
            ${this.desk.mayWrite ? this.foot(records, many) : nothing}
        </dialog>`;
    }

    /** What else the plan keeps without a shape. @param {Records} records */
    kinds({ kind, dirty }) {
        const choose = (/** @type {Event} */ event) => this.desk.openRecords(/** @type {HTMLSelectElement} */ (event.target).value);
        return html`<select class="kinds" aria-label=${this.t('records.kinds')} ?disabled=${dirty} @change=${choose}>
            ${this.state.plan?.records.map(({ id, title }) => html`<option value=${id} ?selected=${id === kind}>${this.words(title)}</option>`)}
        </select>`;
    }

    /** @param {Records} records @param {string} title */
    list({ list, id }, title) {
        return html`<nav aria-label=${title}>
            ${list.map((record) => html`<button class="ghost" aria-current=${record.id === id} @click=${() => this.desk.chooseRecord(record.id)}>${record.label}</button>`)}
            ${this.desk.mayWrite
                ? html`<button class="ghost add" aria-current=${id === null} @click=${() => this.desk.chooseRecord(null)}>${icon('edit')}${this.t('records.new', { kind: title })}</button>`
                : nothing}
        </nav>`;
    }

    /** Why it was not saved, and where another person was faster, what both made of it. @param {Records} records @param {import('../model/types.js').ProblemDocument} problem @param {Attribute[]} attributes */
    problem({ merging, values }, problem, attributes) {
        const sides = {
            merging,
            mine: values,
            attributes,
            pick: (/** @type {string} */ name, /** @type {'mine'|'theirs'} */ whose) => this.desk.record.pick(name, whose),
            settle: () => this.desk.record.settle(),
            letGo: () => this.desk.record.takeTheirs(),
            anew: () => this.desk.record.makeAnew(),
        };
        const asks = merging || (problem.type.endsWith(':conflict') && !problem.current);
        return html`<div class="notice fault" role="alert">${icon('warning')}<p>${problem.detail}</p></div>${asks ? conflict(this, sides) : nothing}`;
    }

    /** Earlier states: one that is taken into the form is written when it is saved. @param {Records} records @param {Attribute[]} attributes @returns {import('./past.js').Past} */
    past({ past: states, values }, attributes) {
        const takeBack = (/** @type {import('../model/types.js').PastState} */ { before }) => {
            const kept = KEPT.filter((name) => name in values).map((name) => [name, values[name]]);
            this.desk.record.refill({ ...before?.properties, ...Object.fromEntries(kept) });
        };
        return { title: this.t('history.ofRecord'), states, attributes, takeBack };
    }

    /** @param {Attribute} attribute @param {Records} records */
    field(attribute, { values, problem }) {
        const place = faultPlace(problem?.field);
        const faulty = place?.name === attribute.name;
        return field(this, attribute, {
            form: 'record',
            value: values[attribute.name],
            fault: this.faults[attribute.name] || (faulty ? (problem?.detail ?? '') : ''),
            cell: faulty ? place.cell : null,
            tried: this.tried,
            over: this.over[attribute.name],
            change: (value, over = 0) => {
                this.over = { ...this.over, [attribute.name]: over };
                this.desk.fillRecord(attribute.name, value);
            },
        });
    }

    /** @param {Records} records @param {boolean} many */
    foot({ id, dirty, problem, merging }, many) {
        const { saving } = this.state;
        return html`<footer>
            ${many && id !== null
                ? html`<button class="ghost danger-text" ?disabled=${saving} @click=${() => this.desk.removeRecord()}>${icon('trash')}${this.t('action.delete')}</button>`
                : nothing}
            <span class="space"></span>
            ${problem?.current && !merging ? html`<button @click=${() => this.desk.record.takeTheirs()}>${this.t('conflict.theirs')}</button>` : nothing}
            <button @click=${this.close}>${this.t(dirty ? 'action.cancel' : 'action.close')}</button>
            <button class="primary" type="submit" form="record" ?disabled=${saving || !dirty || Boolean(merging)}>${saving ? this.t('status.saving') : this.t('action.save')}</button>
        </footer>`;
    }

    /** Saves when every field is right; else goes to the first that is not. @param {Event} event */
    async save(event) {
        event.preventDefault();
        const form = /** @type {HTMLFormElement} */ (event.target);
        const controls = /** @type {(HTMLInputElement|HTMLSelectElement)[]} */ ([...form.querySelectorAll('input, select')]);
        this.faults = Object.fromEntries(controls.map((control) => [control.name, faultOf(this, control)]));
        this.tried = true;
        this.requestUpdate();
        await this.updateComplete;
        const first = controls.find((control) => !control.validity.valid) ?? form.querySelector('input.cell[aria-invalid=true]');
        if (first) /** @type {HTMLElement} */ (first).focus();
        else void this.desk.saveRecord();
    }

    /** @param {Event} [event] */
    close(event) {
        event?.preventDefault();
        this.desk.closeRecords();
    }
}
