import { html, nothing } from 'lit';
import { copy, make, makeable, offset, shift } from '../model/copies.js';
import { canNumber } from '../model/numbering.js';
import { reassign, takers } from '../model/relayer.js';
import { keepTogether, sharesEdges } from '../model/shared-edge.js';
import { rectangleOf, typeRectangle } from '../model/typed.js';
import { icon } from './icon.js';
import { NumberingForm } from './numbering.js';

/** @typedef {import('../model/types.js').Feature} Feature */
/** @typedef {import('../model/types.js').Draft} Draft */
/** @typedef {import('./panel.js').Panel} Panel */
/** @typedef {'offset'|'reassign'|'make'|'size'|'number'} Form */

/** What can be done with one feature beside changing its corners: each verb a button, and what it needs to know a small form below. */
export class Verbs {
    /** @type {Form|''} the verb whose form lies open */
    open = '';

    /** @param {Panel} panel */
    constructor(panel) {
        this.panel = panel;
        this.numbering = new NumberingForm(panel);
    }

    /** @param {import('../model/types.js').Layer} layer @param {Feature|null} feature @param {Draft|null} draft */
    render(layer, feature, draft) {
        if (!this.panel.desk.mayWrite || draft?.stage === 'drawing') return nothing;
        if (draft) return html`${this.#together(layer, draft)} ${this.#onDesk(layer, draft)}`;
        if (!feature) return nothing;
        const area = layer.geometry === 'polygon';
        const { desk } = this.panel;
        const { selection } = this.panel.state;
        return html`<div class="verbs" role="toolbar" aria-label=${this.panel.t('verb.label')}>
                ${area ? this.#button('split', () => desk.setTool('split')) : nothing}
                ${this.#button('copy', () => copy(desk, feature))}
                ${area ? this.#opener('offset') : nothing}
                ${this.#sized(layer, feature.geometry) ? this.#opener('size') : nothing}
                ${takers(desk, feature).length ? this.#opener('reassign') : nothing}
                ${makeable(desk, feature).length ? this.#opener('make') : nothing}
                ${canNumber(desk, selection) ? this.#opener('number') : nothing}
            </div>
            ${this.open === 'number' ? this.numbering.form(selection) : this.#form(feature)}`;
    }

    /** What is drawn can be moved and sized by figures. @param {import('../model/types.js').Layer} layer @param {Draft} draft */
    #onDesk(layer, draft) {
        if (this.panel.state.tool === 'move') return this.#shift();
        return this.#sized(layer, draft.geometry) ? this.#size(draft.geometry) : nothing;
    }

    /** Whether neighbours come along with a shared edge. @param {import('../model/types.js').Layer} layer @param {Draft} draft */
    #together(layer, draft) {
        const { panel } = this;
        if (!sharesEdges(layer, draft) || panel.state.tool === 'move') return nothing;
        return html`<label class="tick together"><input type="checkbox" id="together" .checked=${draft.together ?? false}
            @change=${(/** @type {Event} */ event) => keepTogether(panel.desk, /** @type {HTMLInputElement} */ (event.target).checked)} />
            <span>${panel.t('verb.together')}<small>${panel.t('verb.togetherWhy')}</small></span></label>`;
    }

    /** @param {string} verb @param {() => unknown} act */
    #button(verb, act) {
        return html`<button class="ghost small" title=${this.panel.t(`verb.${verb}Why`)} @click=${act}>${icon(verb)}${this.panel.t(`verb.${verb}`)}</button>`;
    }

    /** @param {Form} verb */
    #opener(verb) {
        const open = this.open === verb;
        const turn = () => {
            this.open = open ? '' : verb;
            this.panel.requestUpdate();
        };
        return html`<button class="ghost small" aria-expanded=${open} title=${this.panel.t(`verb.${verb}Why`)} @click=${turn}>${icon(verb)}${this.panel.t(`verb.${verb}`)}</button>`;
    }

    /** @param {Feature} feature */
    #form(feature) {
        const { panel } = this;
        const { desk } = panel;
        if (this.open === 'offset') return this.#figures([['distance', 'verb.distance', '']], 'verb.offset', ([metres]) => offset(desk, metres));
        if (this.open === 'size') return this.#size(feature.geometry);
        const layers = this.open === 'reassign' ? takers(desk, feature) : this.open === 'make' ? makeable(desk, feature) : [];
        if (layers.length === 0) return nothing;
        const making = this.open === 'make';
        const done = (/** @type {FormData} */ data) => {
            const layer = String(data.get('layer'));
            return making ? make(desk, feature, layer, Number(data.get('width') ?? 0)) : reassign(desk, feature, layer);
        };
        return html`<form class="verb" @submit=${(/** @type {Event} */ event) => this.#submit(event, done)}>
            <label>${panel.t('tools.layer')}<select name="layer">${layers.map(({ id, title }) => html`<option value=${id}>${panel.words(title)}</option>`)}</select></label>
            ${making && layers[0].geometry === 'polygon' ? html`<label>${panel.t('verb.width')}<input name="width" type="number" step="any" min="0" max="5000" inputmode="decimal" value="0" required /></label>` : nothing}
            <button class="primary small">${panel.t(making ? 'verb.make' : 'verb.reassignTo')}</button>
        </form>`;
    }

    #shift() {
        return this.#figures([['east', 'verb.east', '0'], ['north', 'verb.north', '0']], 'verb.shift', ([east, north]) => shift(this.panel.desk, east, north));
    }

    /** @param {import('../model/types.js').Layer} layer @param {import('../model/types.js').Geometry|null} geometry */
    #sized(layer, geometry) {
        const { plan } = this.panel.state;
        return plan && layer.geometry === 'polygon' ? rectangleOf(plan.plane, geometry) : null;
    }

    /** The sides of a rectangle, to be typed. @param {import('../model/types.js').Geometry|null} geometry */
    #size(geometry) {
        const { plan } = this.panel.state;
        const now = plan && rectangleOf(plan.plane, geometry);
        if (!now) return nothing;
        const fixed = (/** @type {number} */ metres) => metres.toFixed(3).replace(/\.?0+$/, '');
        const act = async (/** @type {number[]} */ [widthM, heightM]) => {
            if (!this.panel.state.draft) this.panel.desk.setTool('edit');
            await typeRectangle(this.panel.desk, now.corner, { widthM, heightM, bearingDeg: now.bearingDeg });
        };
        return this.#figures([['width', 'typed.width', fixed(now.widthM)], ['height', 'typed.height', fixed(now.heightM)]], 'verb.sizeTo', act);
    }

    /** Figures in a row with a button. @param {[string, string, string][]} fields name, words and value @param {string} does @param {(figures: number[]) => unknown} act */
    #figures(fields, does, act) {
        const { panel } = this;
        const submit = (/** @type {FormData} */ data) => act(fields.map(([name]) => Number(data.get(name))));
        return html`<form class="verb" @submit=${(/** @type {Event} */ event) => this.#submit(event, submit)}>
            ${fields.map(([name, words, value]) => html`<label>${panel.t(words)}<input name=${name} type="number" step="any" inputmode="decimal" autocomplete="off" required .value=${value} /></label>`)}
            <button class="small">${panel.t(does)}</button>
        </form>`;
    }

    /** @param {Event} event @param {(data: FormData) => unknown} act */
    #submit(event, act) {
        event.preventDefault();
        void act(new FormData(/** @type {HTMLFormElement} */ (event.target)));
        this.open = '';
        this.panel.requestUpdate();
    }
}
