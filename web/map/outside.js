import { L } from './leaflet.js';

/** @typedef {import('../model/types.js').Layer} Layer */

/** Pieces of a border. */
const MOST = 50;
/** Far more than any plan. */
const WORLD = [[-85, -360], [85, -360], [85, 360], [-85, 360]];

/** What lies outside the district, greyed: nothing counts there. */
export class Outside {
    /** What is shown. */
    shown = '';

    /** @param {import('../model/desk.js').Desk} desk @param {Leaflet.Map} map */
    constructor(desk, map) {
        this.desk = desk;
        this.renderer = L.svg({ pane: 'outside', padding: 1 });
        this.veil = L.polygon([], { renderer: this.renderer, pane: 'outside', interactive: false, stroke: false, fillOpacity: 1, className: 'map-outside' }).addTo(map);
    }

    /** The border as it stands now; none while its layer is hidden. */
    async sync() {
        const { plan, layers } = this.desk.state;
        const border = plan?.layers.find(({ role, geometry }) => role === 'boundary' && geometry === 'polygon');
        const wanted = border && border.count > 0 && layers[border.id]?.visible !== false ? `${border.id} ${border.version}` : '';
        if (wanted === this.shown) return;
        this.shown = wanted;
        const rings = plan && border && wanted ? await this.rings(border.id, plan.bounds).catch(() => []) : [];
        if (wanted === this.shown) this.veil.setLatLngs(/** @type {any} */ (rings.length ? [WORLD, ...rings] : []));
    }

    /** @param {string} layer @param {number[]} bounds */
    async rings(layer, bounds) {
        const { features } = await this.desk.api.features(layer, bounds, MOST);
        return features.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat())
            .map((ring) => ring.map((/** @type {number[]} */ [lon, lat]) => [lat, lon]));
    }
}
