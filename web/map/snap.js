import { L } from './leaflet.js';
import { throttled } from './throttle.js';

/** @typedef {import('../model/desk.js').Desk} Desk */
/** @typedef {import('../model/types.js').Layer} Layer */

const LEAST_ZOOM = 14;
const MOST_OF_A_LAYER = 150;
/** Around the pointer, where a layer has more shapes in view than the hand is given at once: so far, and never nearer, pixels. */
const REACH_PX = 240;
const LEAST_REACH_PX = 20;
const NEAR_EVERY_MS = 150;
const UNSEEN = { stroke: false, fill: false, interactive: false, pmIgnore: false, snapIgnore: false };

/**
 * Corners and edges of what is in view, unseen, for the drawing hand to catch. Of a layer that has very many there, those nearest to the
 * pointer.
 */
export class SnapGround {
    /** @type {AbortController|null} */
    asking = null;
    active = false;
    /** @type {string|null} the feature in hand does not catch itself */
    own = null;
    /** Layers of which not all is here. @type {Layer[]} */
    crowded = [];
    /** @type {Leaflet.LatLng|null} */
    pointer = null;
    /** Within this the shapes nearest to the pointer are here. @type {Leaflet.LatLngBounds|null} */
    known = null;

    /** @param {Desk} desk @param {Leaflet.Map} map */
    constructor(desk, map) {
        this.desk = desk;
        this.map = map;
        this.group = L.featureGroup().addTo(map);
        this.near = L.featureGroup().addTo(map);
        const look = throttled(() => void this.#loadNear(), NEAR_EVERY_MS);
        map.on('moveend', () => void this.#load());
        map.on('mousemove', (/** @type {Leaflet.LeafletMouseEvent} */ { latlng }) => {
            this.pointer = latlng;
            if (this.crowded.length && !this.known?.contains(latlng)) look();
        });
    }

    /** @param {boolean} active @param {string|null} own */
    sync(active, own) {
        if (active === this.active && own === this.own) return this.#tell();
        this.active = active;
        this.own = own;
        if (active) void this.#load();
        else this.#clear();
        this.#tell();
    }

    /** Whoever draws hears that nothing is caught. */
    #tell() {
        const { draft, snapping, snap } = this.desk.state;
        const off = !draft ? null : !snapping ? 'off' : this.map.getZoom() < LEAST_ZOOM ? 'far' : null;
        if (off !== snap) this.desk.set({ snap: off });
    }

    #clear() {
        this.asking?.abort();
        this.group.clearLayers();
        this.near.clearLayers();
        this.crowded = [];
        this.known = null;
    }

    async #load() {
        this.#tell();
        if (!this.active) return;
        this.asking?.abort();
        const asking = (this.asking = new AbortController());
        const { plan, layers } = this.desk.state;
        if (!plan || this.map.getZoom() < LEAST_ZOOM) return this.#clear();
        const visible = plan.layers.filter((l) => l.count > 0 && layers[l.id]?.visible !== false);
        const found = await this.#ask(visible, this.map.getBounds(), asking);
        if (asking.signal.aborted) return;
        this.crowded = found.filter(({ cut }) => cut).map(({ layer }) => layer);
        this.#show(this.group, found.filter(({ cut }) => !cut));
        this.near.clearLayers();
        this.known = null;
        if (this.crowded.length) await this.#loadNear();
    }

    /** The smaller the place, the fewer shapes: until all that is around the pointer is here. */
    async #loadNear() {
        const asking = this.asking;
        if (!this.active || !asking) return;
        const at = this.map.latLngToContainerPoint(this.pointer ?? this.map.getCenter());
        for (let reach = REACH_PX; reach >= LEAST_REACH_PX; reach /= 2) {
            const corner = (/** @type {number} */ by) => this.map.containerPointToLatLng(L.point(at.x + by, at.y + by));
            const found = await this.#ask(this.crowded, L.latLngBounds(corner(-reach), corner(reach)), asking);
            if (asking.signal.aborted) return;
            if (reach / 2 >= LEAST_REACH_PX && found.some(({ cut }) => cut)) continue;
            this.#show(this.near, found);
            this.known = L.latLngBounds(corner(-reach / 2), corner(reach / 2));
            return;
        }
    }

    /** @param {Layer[]} layers @param {Leaflet.LatLngBounds} bounds @param {AbortController} asking */
    async #ask(layers, bounds, asking) {
        const bbox = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()].map((d) => Number(d.toFixed(7)));
        const answers = await Promise.allSettled(layers.map((l) => this.desk.api.features(l.id, bbox, MOST_OF_A_LAYER, asking.signal)));
        return answers.flatMap((answer, i) => (answer.status === 'fulfilled'
            ? [{ layer: layers[i], features: answer.value.features, cut: answer.value.numberMatched > answer.value.features.length }]
            : []));
    }

    /** @param {Leaflet.FeatureGroup} group @param {{features: import('../model/types.js').Feature[]}[]} found */
    #show(group, found) {
        group.clearLayers();
        for (const feature of found.flatMap(({ features }) => features)) {
            if (`${feature.layer}:${feature.id}` === this.own) continue;
            const shape = L.geoJSON(/** @type {any} */ (feature), {
                ...UNSEEN,
                style: UNSEEN,
                pointToLayer: (_, latlng) => L.circleMarker(latlng, { ...UNSEEN, radius: 1 }),
            });
            for (const layer of shape.getLayers()) group.addLayer(layer);
        }
    }
}
