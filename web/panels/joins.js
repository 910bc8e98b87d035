import { html, nothing } from 'lit';
import { length, number } from '../model/units.js';
import { proposed } from '../model/link.js';
import { icon } from './icon.js';

/** @typedef {import('./panel.js').Panel} Panel */
/** @typedef {import('../model/types.js').Joins} Told */

/** What a line of water joins as it is drawn: told by what it touches, so that the form asks only for the rest. */
export class Joins {
    /** The line that was asked about. */
    asked = '';
    /** @type {Told|null} */
    told = null;

    /** @param {Panel} panel */
    constructor(panel) {
        this.panel = panel;
    }

    /** @param {{layer: string, id?: number, geometry: object|null, values: Record<string, unknown>}} line */
    render(line) {
        const { panel } = this;
        const layer = panel.layer(line.layer);
        if (!line.geometry || layer?.role !== 'water' || !layer.attributes.some(({ codes }) => codes === 'link_kind')) {
            this.asked = '';
            this.told = null;
            return nothing;
        }
        this.#ask(line);
        const { told } = this;
        if (!told) return nothing;
        return html`<section class="joins" aria-label=${panel.t('joins.label')}>
            <h3>${panel.t('joins.label')}</h3>
            <p>${this.#end(told.from)} → ${this.#end(told.to)} <span class="num">${length(told.length_m, panel.locale)}</span></p>
            <p class=${told.way === 'pump' ? 'amber' : ''}>${panel.t(`joins.${told.way}`, { metres: number(Math.abs(told.rise_m ?? 0), 1, panel.locale) })}</p>
            ${told.findings.map(({ what, remedy }) => html`<p class="notice">${icon('warning')}${panel.words(what)} ${panel.words(remedy)}</p>`)}
        </section>`;
    }

    /** @param {import('../model/types.js').LineEnd|null} end */
    #end(end) {
        if (!end) return html`<em class="amber">${this.panel.t('joins.nothing')}</em>`;
        const level = end.level_m === null ? '' : ` ${number(end.level_m, 1, this.panel.locale)} m`;
        return html`<b>${end.name}</b>${level}`;
    }

    /** A new line gets what follows from its ends, unless the hand has said otherwise. @param {{layer: string, id?: number, geometry: object|null, values: Record<string, unknown>}} line */
    #ask({ layer, id, geometry, values }) {
        const key = `${layer}/${id ?? ''} ${JSON.stringify(geometry)}`;
        if (key === this.asked) return;
        this.asked = key;
        this.told = null;
        void this.panel.desk.api.water.joins(layer, id ?? 0, { type: 'Feature', geometry, properties: values }).then(
            (told) => {
                if (key !== this.asked) return;
                this.told = told;
                const fill = id === undefined ? proposed(told, this.panel.state.draft?.attributes ?? {}, this.panel.layer(layer)?.attributes ?? []) : {};
                if (Object.keys(fill).length > 0) this.panel.desk.setDraftAttributes(fill);
                this.panel.requestUpdate();
            },
            // What cannot be told is no reason to stop drawing; saving tells what is wrong with the shape.
            () => undefined,
        );
    }
}
