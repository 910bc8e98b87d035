import { key } from '../model/plots.js';
import { L } from './leaflet.js';
import { hatchingRenderer } from './hatching.js';

/** @typedef {import('../model/desk.js').Desk} Desk */
/** @typedef {import('./tile-layer.js').PlanTiles} PlanTiles */

const QUIET = { interactive: false, pmIgnore: true, snapIgnore: true };
const LIT = { color: '#c2410c', weight: 2.5, fillColor: '#f59e0b', fillOpacity: 0.5, className: 'map-lit' };

/**
 * Shows what is selected: outlined in the tiles, and what counts of it hatched. While something is drawn, what would count of
 * the drawing is hatched instead.
 */
export class SelectionView {
    /** @type {Leaflet.GeoJSON|null} */
    counted = null;
    /** @type {readonly import('../model/types.js').Ref[]|null} */
    selection = null;
    /** @type {Leaflet.GeoJSON|null} the part that does not count and is pointed at */
    part = null;
    /** @type {import('../model/types.js').Geometry|null} */
    pointedAt = null;
    /** @type {unknown} what the hatching shows at present */
    source = null;

    /** @param {Desk} desk @param {Leaflet.Map} map @param {PlanTiles} tiles */
    constructor(desk, map, tiles) {
        this.desk = desk;
        this.map = map;
        this.tiles = tiles;
        this.renderer = hatchingRenderer(map, 'counted');
    }

    sync() {
        const { selection, draft, check, feature, lit } = this.desk.state;
        this.tiles.hide(draft?.id === undefined ? null : key({ layer: draft.layer, id: draft.id }));
        this.#mark(selection);
        this.#light(lit?.geometry ?? null);
        // While an edit is measured for the first time, what counted of the plot so far stays in sight.
        if (draft && (check || draft.id === undefined)) this.#show(check ?? draft.layer, check?.netShape ?? null);
        else if (draft) return;
        else if (feature?.ledger) void this.#showNet(feature);
        else this.#show(null, null);
    }

    /** @param {import('../model/types.js').Ref[]} selection */
    #mark(selection) {
        if (selection === this.selection) return;
        this.selection = selection;
        this.tiles.mark(new Set(selection.map(key)), this.tiles.hovered);
    }

    /** @param {import('../model/types.js').Geometry|null} shape */
    #light(shape) {
        if (shape === this.pointedAt) return;
        this.pointedAt = shape;
        this.part?.remove();
        this.part = shape && L.geoJSON(/** @type {any} */ (shape), /** @type {any} */ ({ ...QUIET, renderer: this.renderer, style: LIT })).addTo(this.map);
    }

    /** @param {import('../model/types.js').Feature} feature */
    async #showNet(feature) {
        if (this.source === feature) return;
        this.source = feature;
        const net = await this.desk.api.net(feature).catch(() => null);
        if (this.source === feature) this.#draw(net?.geometry ?? null);
    }

    /** @param {unknown} source @param {import('../model/types.js').Geometry|null} shape */
    #show(source, shape) {
        if (this.source === source) return;
        this.source = source;
        this.#draw(shape);
    }

    /** @param {import('../model/types.js').Geometry|null} shape */
    #draw(shape) {
        this.counted?.remove();
        this.counted = null;
        if (!shape?.coordinates?.length) return;
        const options = {
            renderer: this.renderer,
            ...QUIET,
            style: { stroke: false, fillColor: 'url(#counted)', fillOpacity: 0.75, className: 'map-counted' },
        };
        this.counted = L.geoJSON(/** @type {any} */ (shape), /** @type {any} */ (options)).addTo(this.map);
    }
}
