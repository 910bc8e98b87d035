import { html, nothing } from 'lit';
import { tabOf } from '../model/dock.js';
import { UNKNOWN } from '../model/figure.js';
import { lensesOf, lensOf } from '../model/lens.js';
import { statusesOf } from '../model/roles.js';
import { remember } from '../model/settings.js';
import { Backdrops } from './backdrops.js';
import { empty } from './empty.js';
import { icon } from './icon.js';
import { Panel } from './panel.js';
import { illustrativeSwatch, lensSwatch, swatch } from './swatch.js';

/** @typedef {import('../model/types.js').Layer} Layer */

const ROLES = ['adds green', 'baseline', 'boundary', 'zone', 'constraint', 'water', 'context'];

/** The legend: what each layer looks like, how many features it has, whether and how strongly it is shown. */
export class Layers extends Panel {
    static reads = ['layers', 'theme', 'dock', 'water', 'lens', 'lensValues', 'basemap', 'basemapOpacity'];
    backdrops = new Backdrops(this);
    /** The layer whose opacity is being set. */
    tuning = '';

    render() {
        const layers = this.state.plan?.layers ?? [];
        return html`<section class="layers panel" id="panel-layers" role="tabpanel" aria-labelledby="tab-layers" ?hidden=${tabOf(this.state) !== 'layers'}>
            <div class="scroll">${this.state.plan ? nothing : html`<div class="skeleton" aria-busy="true"><i></i><i></i><i></i></div>`}${this.borders(layers)} ${this.lens(layers)} ${ROLES.map((role) => this.group(role, layers.filter((l) => l.role === role)))} ${this.backdrops.render()}</div>
        </section>`;
    }

    /** Without a district nothing lies outside, and the map does not know where to look. @param {Layer[]} layers */
    borders(layers) {
        const borders = layers.filter(({ role }) => role === 'boundary');
        return borders.length && borders.every(({ count }) => count === 0) ? empty(this, this.t('layers.noBorder'), 'import') : nothing;
    }

    /** By what plots are coloured, and what each colour, line and stripe means. @param {Layer[]} layers */
    lens(layers) {
        const plots = layers.find(({ role, geometry }) => role === 'adds green' && geometry === 'polygon');
        if (!plots) return nothing;
        const { plan, lens: by, lensValues } = this.state;
        const lens = lensOf(plan, by, this.dark, lensValues);
        const named = by === 'layer' || by === 'status' ? statusesOf(plan).map(({ code, title }) => ({ value: code, name: this.words(title) })) : lensValues.map((value) => ({ value, name: value }));
        const unknown = { value: UNKNOWN, name: this.t(by === 'layer' || by === 'status' ? 'status.unknown' : 'lens.none') };
        return html`<fieldset class="lens choice"><legend>${this.t('lens.label')}</legend>
                ${lensesOf(plan).map((each) => html`<label><input type="radio" name="lens" .checked=${each === by} @change=${() => remember(this.desk, { lens: each })} /><span>${this.t(`lens.${each}`)}</span></label>`)}
            </fieldset>
            <dl class="signs" aria-label=${this.t('layers.signs')}>
                ${[...named, unknown].map(({ value, name }) => html`<div><dt>${lensSwatch(value, plots, this.dark, lens)}</dt><dd>${name}</dd></div>`)}
                <div class="wide"><dt>${illustrativeSwatch()}</dt><dd>${this.t('layers.illustrative')}</dd></div>
            </dl>`;
    }

    /** @param {string} role @param {Layer[]} layers */
    group(role, layers) {
        if (layers.length === 0) return nothing;
        const shown = layers.filter((layer) => this.view(layer).visible).length;
        return html`<fieldset>
            <legend>
                <label>
                    <input type="checkbox" .checked=${shown > 0} .indeterminate=${shown > 0 && shown < layers.length}
                        @change=${(/** @type {Event} */ event) => this.show(layers, event)} />
                    ${this.t(`role.${role.replace(' ', '_')}`)}
                </label>
            </legend>
            ${layers.map((layer) => this.line(layer))}
        </fieldset>`;
    }

    /** @param {Layer} layer */
    line(layer) {
        const { visible, opacity } = this.view(layer);
        const name = this.words(layer.title);
        const tuning = this.tuning === layer.id;
        return html`<div class="layer ${visible ? '' : 'off'}">
            <label>
                <input type="checkbox" .checked=${visible}
                    @change=${(/** @type {Event} */ event) => this.show([layer], event)} />
                ${swatch(layer, this.dark)}<span class="name" title=${name}>${name}</span><span class="count">${layer.count}</span>
            </label>
            <button class="ghost small" aria-label=${this.t('layers.opacityOf', { layer: name })} aria-expanded=${tuning}
                title=${this.t('layers.opacity')} @click=${() => this.tune(layer)}>${icon('opacity')}</button>
            ${tuning ? this.slider(layer, opacity) : nothing}
        </div>`;
    }

    /** @param {Layer} layer @param {number} opacity */
    slider(layer, opacity) {
        return html`<label class="slider">
            <span>${this.t('layers.opacity')}</span>
            <input type="range" min="0" max="100" step="5" .value=${String(Math.round(opacity * 100))}
                @input=${(/** @type {Event} */ event) => {
                    const { value } = /** @type {HTMLInputElement} */ (event.target);
                    this.desk.setLayer(layer.id, { opacity: Number(value) / 100 });
                }} />
            <output>${Math.round(opacity * 100)}%</output>
        </label>`;
    }

    /** @param {Layer} layer */
    tune(layer) {
        this.tuning = this.tuning === layer.id ? '' : layer.id;
        this.requestUpdate();
    }

    /** @param {Layer[]} layers @param {Event} event */
    show(layers, event) {
        const visible = /** @type {HTMLInputElement} */ (event.target).checked;
        for (const layer of layers) this.desk.setLayer(layer.id, { visible });
    }

    /** @param {Layer} layer */
    view(layer) {
        return this.state.layers[layer.id] ?? { visible: true, opacity: 1 };
    }
}
