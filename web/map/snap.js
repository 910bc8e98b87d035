import { L } from './leaflet.js';

/** @typedef {import('../model/desk.js').Desk} Desk */

const LEAST_ZOOM = 14;
const MOST_OF_A_LAYER = 150;
const UNSEEN = { stroke: false, fill: false, interactive: false, pmIgnore: false, snapIgnore: false };

/** Corners and edges of what is in view, unseen, for the drawing hand to catch. */
export class SnapGround {
    /** @type {AbortController|null} */
    asking = null;
    active = false;
    /** @type {string|null} the feature in hand does not catch itself */
    own = null;

    /** @param {Desk} desk @param {Leaflet.Map} map */
    constructor(desk, map) {
        this.desk = desk;
        this.map = map;
        this.group = L.featureGroup().addTo(map);
        map.on('moveend', () => void this.#load());
    }

    /** @param {boolean} active @param {string|null} own */
    sync(active, own) {
        if (active === this.active && own === this.own) return;
        this.active = active;
        this.own = own;
        if (active) void this.#load();
        else this.#clear();
    }

    #clear() {
        this.asking?.abort();
        this.group.clearLayers();
    }

    async #load() {
        if (!this.active) return;
        this.asking?.abort();
        const asking = (this.asking = new AbortController());
        const { plan, layers } = this.desk.state;
        if (!plan || this.map.getZoom() < LEAST_ZOOM) return this.#clear();
        const bounds = this.map.getBounds();
        const bbox = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()].map((d) => Number(d.toFixed(7)));
        const visible = plan.layers.filter((l) => l.count > 0 && layers[l.id]?.visible !== false);
        const found = await Promise.allSettled(
            visible.map((l) => this.desk.api.features(l.id, bbox, MOST_OF_A_LAYER, asking.signal)),
        );
        if (asking.signal.aborted) return;
        this.group.clearLayers();
        for (const answer of found) {
            if (answer.status === 'fulfilled') answer.value.features.forEach((f) => this.#add(f));
        }
    }

    /** @param {import('../model/types.js').Feature} feature */
    #add(feature) {
        if (`${feature.layer}:${feature.id}` === this.own) return;
        const shape = L.geoJSON(/** @type {any} */ (feature), {
            ...UNSEEN,
            style: UNSEEN,
            pointToLayer: (_, latlng) => L.circleMarker(latlng, { ...UNSEEN, radius: 1 }),
        });
        for (const layer of shape.getLayers()) this.group.addLayer(layer);
    }
}
