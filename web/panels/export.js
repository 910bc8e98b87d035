import { html, nothing } from 'lit';
import { boxOf, exportAddress } from '../model/exports.js';
import { icon } from './icon.js';

/**
 * @typedef {import('./panel.js').Panel} Panel
 * @typedef {import('../model/exports.js').Format} Format
 * @typedef {import('../model/exports.js').Order} Order
 * @typedef {import('../model/exports.js').What} What
 */

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLSelectElement} */ (event.target).value;

/** What leaves the plan, as what: chosen here, given by the server under a name that says it. */
export class ExportForm {
    /** @type {Format[]} */
    formats = [];
    /** @type {Order} */
    order = { what: 'layer', layer: '', format: 'geojson', crs: null, options: {} };
    asked = false;

    /** @param {Panel} panel @param {What} [what] is offered first */
    constructor(panel, what = 'layer') {
        this.panel = panel;
        this.order.what = what;
    }

    render() {
        void this.#ask();
        const format = this.formats.find(({ id }) => id === this.order.format);
        return html`<fieldset class="export">
            <legend>${this.panel.t('export.label')}</legend>
            ${this.#what()}
            <label class="field">
                ${this.panel.t('export.format')}
                <select name="export-format" @change=${(/** @type {Event} */ e) => this.#set({ format: valueOf(e), crs: null, options: {} })}>
                    ${this.formats.map(({ id, title }) => html`<option value=${id} ?selected=${id === this.order.format}>${this.panel.words(title)}</option>`)}
                </select>
            </label>
            ${format ? html`${this.#limits(format)} ${this.#systems(format)} ${format.options.map((option) => this.#option(option))}` : nothing}
            ${this.#link()}
        </fieldset>`;
    }

    /** The formats are told once; nothing is listed twice. */
    async #ask() {
        if (this.asked) return;
        this.asked = true;
        this.formats = await this.panel.desk.formats();
        this.panel.requestUpdate();
    }

    #what() {
        const { plan, selection } = this.panel.state;
        const layers = plan?.layers ?? [];
        const layer = this.#layer();
        const chosen = this.#chosen();
        const value = chosen === 'layer' ? `layer:${layer}` : chosen;
        return html`<label class="field">
            ${this.panel.t('export.what')}
            <select name="export-what" @change=${(/** @type {Event} */ e) => {
                const [what, id] = valueOf(e).split(':');
                this.#set({ what: /** @type {What} */ (what), layer: id ?? '' });
            }}>
                ${selection.length ? html`<option value="selection" ?selected=${value === 'selection'}>${this.panel.t('export.selection', { count: selection.length })}</option>` : nothing}
                <option value="view" ?selected=${value === 'view'}>${this.panel.t('export.view')}</option>
                <option value="all" ?selected=${value === 'all'}>${this.panel.t('export.all')}</option>
                <optgroup label=${this.panel.t('export.layer')}>
                    ${layers.map(({ id, title }) => html`<option value="layer:${id}" ?selected=${value === `layer:${id}`}>${this.panel.words(title)}</option>`)}
                </optgroup>
            </select>
        </label>`;
    }

    /** What is lost is told before it is. @param {Format} format */
    #limits({ limits }) {
        return html`<ul class="limits hint" aria-label=${this.panel.t('export.limits')}>${limits.map((words) => html`<li>${this.panel.words(words)}</li>`)}</ul>`;
    }

    /** A selection is offered first as long as there is one. @returns {What} */
    #chosen() {
        const { selection } = this.panel.state;
        if (this.order.what === 'selection' && selection.length === 0) return 'layer';
        return this.order.what;
    }

    #layer() {
        return this.order.layer || (this.panel.state.plan?.layers.find(({ role }) => role === 'adds green')?.id ?? '');
    }

    /** @param {Format} format */
    #systems({ systems }) {
        if (systems.length < 2) return nothing;
        const chosen = this.order.crs ?? systems[0].crs;
        return html`<label class="field">
            ${this.panel.t('export.crs')}
            <select name="export-crs" @change=${(/** @type {Event} */ e) => this.#set({ crs: valueOf(e) })}>
                ${systems.map(({ crs, title }) => html`<option value=${crs} ?selected=${crs === chosen}>${this.panel.words(title)}</option>`)}
            </select>
        </label>`;
    }

    /** @param {import('../model/exports.js').Option} option */
    #option({ name, title, kind, choices }) {
        const value = this.order.options[name] ?? '';
        const put = (/** @type {string} */ next) => this.#set({ options: { ...this.order.options, [name]: next } });
        if (kind === 'flag') {
            return html`<label class="tick">
                <input type="checkbox" name="export-${name}" .checked=${value === 'true'}
                    @change=${(/** @type {Event} */ e) => put(/** @type {HTMLInputElement} */ (e.target).checked ? 'true' : '')} />
                ${this.panel.words(title)}
            </label>`;
        }
        return html`<label class="field">
            ${this.panel.words(title)}
            ${kind === 'choice'
                ? html`<select name="export-${name}" @change=${(/** @type {Event} */ e) => put(valueOf(e))}>
                      ${choices.map((choice, i) => html`<option value=${i === 0 ? '' : choice.value} ?selected=${choice.value === value}>${this.panel.words(choice.title)}</option>`)}
                  </select>`
                : html`<input type="text" name="export-${name}" .value=${value} @change=${(/** @type {Event} */ e) => put(valueOf(e))} />`}
        </label>`;
    }

    #link() {
        const { view, selection } = this.panel.state;
        const box = view ? boxOf(view, innerWidth, innerHeight) : null;
        const order = { ...this.order, what: this.#chosen(), layer: this.#layer() };
        return html`<a class="button" href=${exportAddress(order, selection, box)} download>${icon('download')}${this.panel.t('export.take')}</a>`;
    }

    /** @param {Partial<Order>} some */
    #set(some) {
        this.order = { ...this.order, ...some };
        this.panel.requestUpdate();
    }
}
