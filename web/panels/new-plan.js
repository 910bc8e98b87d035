import { html, nothing } from 'lit';
import { field, faultOf } from './field.js';
import { icon } from './icon.js';
import { planeOf } from './new-plan-plane.js';
import { targetsOf } from './new-plan-targets.js';
import { Panel } from './panel.js';

/** @typedef {import('../model/new-plan.js').NewPlan} State */

const FORMATS = 'Shapefile (ZIP) · GeoJSON · KML/KMZ · DXF · GeoPackage · TXT';
/** What is asked of a new plan; the rest of its identity has defaults that can be changed later. */
const ASKED = ['title_zh', 'title_en', 'district_zh', 'district_en', 'year'];

/** A new plan: its boundary, what it is called, its plane and its targets; nothing is made before the last button. */
export class NewPlan extends Panel {
    static reads = ['newPlan', 'intake'];
    /** What is wrong with a field of the identity, by attribute. @type {Record<string, string>} */
    faults = {};

    render() {
        const { newPlan, intake } = this.state;
        if (!newPlan || intake) return nothing;
        return html`<section class="intake new-plan card" aria-label=${this.t('newPlan.label')}>
            <header>
                ${icon('polygon')}
                <h2>${this.t('newPlan.label')}</h2>
                <button class="ghost" aria-label=${this.t('action.close')} @click=${() => this.desk.closeNewPlan()}>${icon('close')}</button>
            </header>
            ${newPlan.stage === 'drawing' ? this.drawing() : this.form(newPlan)}
        </section>`;
    }

    drawing() {
        return html`<div class="scroll"><p class="notice" role="status">${icon('info')}${this.t('newPlan.drawing')}</p></div>
            <footer><span class="space"></span><button @click=${() => this.desk.stopDrawingNewPlan()}>${this.t('action.cancel')}</button></footer>`;
    }

    /** @param {State} newPlan */
    form(newPlan) {
        const making = newPlan.stage === 'making';
        return html`<form class="scroll" id="new-plan" novalidate ?inert=${making} @submit=${this.make}>
                ${this.boundary(newPlan)}
                <fieldset class="identity">${this.identity(newPlan)}</fieldset>
                ${newPlan.outlines.length ? planeOf(this, newPlan) : nothing}
                ${targetsOf(this, newPlan)}
            </form>
            <footer class="decide">
                ${newPlan.problem ? html`<p class="todo fault" role="alert">${newPlan.problem.detail}</p>` : nothing}
                <span class="space">${making ? this.t('newPlan.making') : ''}</span>
                <button class="primary" type="submit" form="new-plan" ?disabled=${making || newPlan.outlines.length === 0}>${this.t('newPlan.make')}</button>
            </footer>`;
    }

    /** @param {State} newPlan */
    boundary({ outlines, problem }) {
        const parts = outlines.filter(({ layer }) => this.layer(layer)?.role === 'zone').length;
        const faulty = problem?.field?.startsWith('features');
        const said = this.t(parts ? 'newPlan.outlines' : 'newPlan.outline', { districts: outlines.length - parts, parts });
        return html`<fieldset class="boundary ${faulty ? 'faulty' : ''}">
            <legend>${this.t('newPlan.boundary')}</legend>
            ${outlines.length ? html`<p class="done" role="status">${icon('check')}${said}</p>` : nothing}
            <div class="ways">
                <label class="button">${icon('upload')}${this.t('newPlan.fromFile')}<input type="file" multiple aria-label=${this.t('newPlan.fromFile')} @change=${this.bring} /></label>
                <button type="button" @click=${() => this.desk.drawNewPlan()}>${icon('polygon')}${this.t(outlines.length ? 'newPlan.drawAgain' : 'newPlan.draw')}</button>
            </div>
            ${outlines.length ? nothing : html`<p class="hint">${FORMATS}<br />${this.t('newPlan.boundaryWhy')}</p>`}
        </fieldset>`;
    }

    /** @param {Event} event */
    bring(event) {
        const input = /** @type {HTMLInputElement} */ (event.target);
        void this.desk.bringToNewPlan([...(input.files ?? [])]);
    }

    /** @param {State} newPlan */
    identity({ identity, problem }) {
        const attributes = this.state.plan?.records.find(({ id }) => id === 'identity')?.attributes ?? [];
        return attributes.filter(({ name }) => ASKED.includes(name)).map((attribute) => {
            const faulty = problem?.field === ['identity', attribute.name].join('.');
            return field(this, attribute, {
                form: 'new',
                value: identity[attribute.name],
                fault: this.faults[attribute.name] || (faulty ? (problem?.detail ?? '') : ''),
                change: (value) => {
                    this.faults = { ...this.faults, [attribute.name]: '' };
                    this.desk.fillNewPlan(attribute.name, value);
                },
            });
        });
    }

    /** Makes it when every field is right; else goes to the first that is not. @param {Event} event */
    make(event) {
        event.preventDefault();
        const form = /** @type {HTMLFormElement} */ (event.target);
        const controls = /** @type {(HTMLInputElement|HTMLSelectElement)[]} */ ([...form.querySelectorAll('input:not([type=file]), select')]);
        this.faults = Object.fromEntries(controls.map((control) => [control.name, faultOf(this, control)]));
        this.requestUpdate();
        const first = controls.find((control) => !control.validity.valid);
        if (first) first.focus();
        else void this.desk.makeNewPlan();
    }
}
