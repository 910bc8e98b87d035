import { html, nothing } from 'lit';
import { needless } from '../model/link.js';
import { placeOf } from '../model/place.js';
import { attributeOf, nameIn } from '../model/roles.js';
import { length, mu, number } from '../model/units.js';
import { assumedField, isAssumed } from './assumed-field.js';
import { field, faultOf } from './field.js';
import { account, figures } from './figures.js';
import { findingsOf } from './findings.js';
import { foldOf } from './fold.js';
import { Ground } from './ground.js';
import { icon } from './icon.js';
import { Joins } from './joins.js';
import { Panel } from './panel.js';
import { past } from './past.js';
import { Photos } from './photos.js';
import { Several } from './several.js';
import { swatch } from './swatch.js';
import { Verbs } from './verbs.js';

/** @typedef {import('../model/types.js').Draft} Draft */
/** @typedef {import('../model/types.js').Feature} Feature */

/** One feature on the desk: what it is called, what it counts, and who made it so. */
export class Inspector extends Panel {
    static reads = ['draft', 'tool', 'feature', 'past', 'check', 'checking', 'problem', 'fault', 'saving', 'selection', 'theme', 'lit', 'targets', 'together', 'view', 'unfolded'];
    /** What is wrong with a field, by attribute. @type {Record<string, string>} */
    faults = {};
    askDelete = false;
    several = new Several(this);
    ground = new Ground(this);
    verbs = new Verbs(this);
    joins = new Joins(this);
    photos = new Photos(this);
    /** How far the draft was when it was last shown. @type {Draft['stage']|null} */
    stage = null;

    /** The hand is empty again: the keys are the map's, unless they are somewhere else already. */
    toMap() {
        const at = document.activeElement;
        if (at === document.body || this.contains(at)) document.getElementById('map')?.focus({ preventScroll: true });
    }

    /** The shape is closed, its name comes next; not where that would open a keyboard over the map. */
    toName() {
        const first = this.state.plan?.layers.find(({ id }) => id === this.state.draft?.layer)?.attributes[0];
        if (first && matchMedia('(hover: hover) and (pointer: fine)').matches) this.control(first.name)?.focus();
    }

    /** @param {Set<string>} keys */
    changed(keys) {
        const { draft, feature } = this.state;
        if ((keys.has('draft') && !draft) || (keys.has('feature') && !draft) || (draft && draft.stage === 'drawing')) {
            this.faults = {};
        }
        if (keys.has('feature') || !feature) this.askDelete = false;
        if (draft?.stage === 'form' && this.stage === 'drawing') void this.updateComplete.then(() => this.toName());
        if (!draft && this.stage) this.toMap();
        this.stage = draft?.stage ?? null;
        return keys;
    }

    render() {
        const { draft, feature, selection } = this.state;
        const shown = draft ?? feature;
        this.classList.toggle('folded', !draft && !this.state.unfolded);
        if (shown) return this.sheet(shown.layer, draft);
        return selection.length > 1 ? this.several.render(selection) : nothing;
    }

    /** The line on the desk, as it is drawn. @param {string} layer @param {Draft|null} draft */
    line(layer, draft) {
        const { feature } = this.state;
        if (draft) return { layer, id: draft.id, geometry: draft.stage === 'drawing' ? null : draft.geometry, values: draft.attributes };
        return { layer, id: feature?.id, geometry: feature?.geometry ?? null, values: feature?.properties ?? {} };
    }

    /** @param {string} layerId @param {Draft|null} draft */
    sheet(layerId, draft) {
        const { feature, check, checking } = this.state;
        const layer = this.layer(layerId);
        if (!layer) return nothing;
        const line = draft && check ? check : !draft?.dirty || draft.stage === 'form' ? feature?.ledger : null;
        const own = draft && draft.id === undefined ? null : feature;
        const isPlot = layer.role === 'adds green';
        const counts = line && (isPlot || moves(line))
            ? html`<section class="counts" aria-live="polite" aria-busy=${checking}>
                  <h3>${this.t(isPlot ? 'figure.label' : 'figure.targets')}${checking ? html`<span class="busy"></span>` : nothing}</h3>
                  ${isPlot ? figures(this, line) : nothing} ${account(this, line)}
              </section>`
            : nothing;
        const form = draft?.stage === 'drawing' ? html`<p class="hint">${this.t('inspector.drawing')}</p>` : this.form(layer);
        return html`<aside class="inspector card" aria-label=${this.t('inspector.label')}>
            ${this.head(layer, own, draft)}
            <div class="scroll">
                ${this.verbs.render(layer, own, draft)}
                ${this.joins.render(this.line(layerId, draft))}
                ${isPlot && line ? findingsOf(this, line) : nothing} ${own ? [counts, form] : [form, counts]}
                ${this.state.fault ? html`<p class="notice fault" role="alert">${icon('warning')}${this.state.fault.detail}</p>` : nothing}
                ${own && !draft?.dirty ? this.ground.render(own) : nothing} ${own ? this.photos.render(own) : nothing} ${own ? past(this, this.past(layer)) : nothing}
            </div>
            ${this.foot(own, draft)}
        </aside>`;
    }

    /** @param {import('../model/types.js').Layer} layer @param {Feature|null} feature @param {Draft|null} draft */
    head(layer, feature, draft) {
        const values = draft?.attributes ?? feature?.properties ?? {};
        const unnamed = layer.role === 'adds green' ? this.t('inspector.new') : this.t('inspector.newOf', { layer: this.words(layer.title) });
        const name = (draft && nameIn(layer, values)) || feature?.label || unnamed;
        return html`<header>
            ${swatch(layer, this.dark)}
            <div>
                <h2>${name}</h2>
                <p>${this.words(layer.title)}${feature ? html` · <span class="num">#${feature.id}</span>` : nothing}
                    ${values[attributeOf(layer, 'illustrative')?.name ?? ''] ? html`<span class="sample" title=${this.t('status.sampleWhy')}>${this.t('inspector.illustrative')}</span>` : nothing}</p>
            </div>
            ${feature
                ? html`<button class="ghost" title=${this.t('action.zoom')} aria-label=${this.t('action.zoom')}
                      @click=${() => this.desk.goTo(placeOf(feature.geometry))}>${icon('target')}</button>`
                : nothing}
            ${draft ? nothing : foldOf(this)}
            <button class="ghost" aria-label=${this.t('action.close')} ?disabled=${draft?.dirty ?? false}
                @click=${() => (draft ? this.desk.cancelDraft() : this.desk.clearSelection())}>${icon('close')}</button>
        </header>`;
    }

    /** @param {import('../model/types.js').Layer} layer */
    form(layer) {
        const { draft, feature, problem } = this.state;
        const values = draft?.attributes ?? feature?.properties ?? {};
        const faulty = problem?.field?.split(/[./]/).at(-1);
        return html`<form id="sheet" novalidate @submit=${this.save}>
            <fieldset ?disabled=${!this.desk.mayWrite}>
                ${layer.attributes.filter(({ name }) => !needless(this.joins.told, values, layer.attributes).includes(name)).map((attribute) => isAssumed(attribute)
                    ? assumedField(this, attribute, layer.attributes, values[attribute.name], (value) => this.fill(attribute.name, value))
                    : field(this, attribute, {
                        value: values[attribute.name],
                        fault: this.faults[attribute.name] ?? (attribute.name === faulty ? (problem?.detail ?? '') : ''),
                        change: (value) => this.fill(attribute.name, value),
                    }),
                )}
            </fieldset>
        </form>`;
    }

    /** Earlier states: one that is laid on the desk is a draft until it is saved. @param {import('../model/types.js').Layer} layer @returns {import('./past.js').Past} */
    past({ attributes }) {
        const takeBack = (/** @type {import('../model/types.js').PastState} */ { before }) => {
            if (!before) return;
            this.desk.setDraftAttributes({ ...before.properties });
            this.desk.setDraftGeometry(before.geometry);
        };
        return { title: this.t('history.ofFeature'), states: this.state.past, attributes, takeBack };
    }

    /** @param {string} name @param {unknown} value */
    fill(name, value) {
        const control = this.control(name);
        if (control) this.faults = { ...this.faults, [name]: faultOf(this, control) };
        this.desk.setDraftAttributes({ [name]: value });
        this.requestUpdate();
    }

    /** @param {string} name @returns {HTMLInputElement|HTMLSelectElement|null} */
    control(name) {
        return this.querySelector(`#field-${name}`);
    }

    /** @param {Feature|null} feature @param {Draft|null} draft */
    foot(feature, draft) {
        const { saving } = this.state;
        if (!this.desk.mayWrite) return html`<footer>${this.net()}</footer>`;
        if (!draft) {
            return html`<footer>
                ${this.net()}
                ${this.askDelete
                    ? html`<button @click=${() => this.ask(false)}>${this.t('action.keep')}</button>
                          <button class="danger" ?disabled=${saving} @click=${() => this.erase(feature)}>
                              ${icon('trash')}${this.t('action.deleteYes')}
                          </button>`
                    : html`<button class="ghost danger-text" @click=${() => this.ask(true)}>
                          ${icon('trash')}${this.t('action.delete')}
                      </button>`}
            </footer>`;
        }
        return html`<footer>
            ${this.net()}
            <button @click=${() => this.desk.cancelDraft()}>${this.t('action.cancel')}</button>
            <button class="primary" type="submit" form="sheet"
                ?disabled=${saving || !draft.geometry || !draft.dirty || draft.stage === 'drawing'}>
                ${saving ? this.t('status.saving') : this.t('action.save')}
            </button>
        </footer>`;
    }

    /** The figure that matters, in sight however long the form is. */
    net() {
        const { draft, check, feature } = this.state;
        const line = (draft && check) || (draft && draft.id === undefined ? null : feature?.ledger);
        const of = this.layer((draft ?? feature)?.layer ?? '');
        if (!line || of?.role !== 'adds green') return html`<span class="space"></span>`;
        const metres = line.grossLengthM > 0 ? ` · ${length(line.lengthM, this.locale)}` : '';
        return html`<p class="space net-now">
            ${this.t('figure.netPlane')} <b class="num">${number(line.net.planeM2, 1, this.locale)} m²</b>
            <small class="num">${mu(line.net.planeM2, this.locale)}${metres}</small>
        </p>`;
    }

    /** @param {boolean} ask */
    ask(ask) {
        this.askDelete = ask;
        this.requestUpdate();
    }

    /** @param {Feature|null} feature */
    erase(feature) {
        this.askDelete = false;
        if (feature) void this.desk.remove([{ layer: feature.layer, id: feature.id }]);
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
        else void this.desk.save();
    }
}

/** Whether a draft of what is no plot, such as a border, moves a target. @param {import('../model/types.js').LedgerLine & Partial<import('../model/types.js').CheckAnswer>} line */
const moves = ({ targets }) => targets?.before.some(({ id, planned }) => Math.abs((targets.after.find((each) => each.id === id)?.planned ?? planned) - planned) >= 0.05);
