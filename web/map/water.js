import { L } from './leaflet.js';
import { shown } from '../model/water.js';

/** @typedef {import('../model/desk.js').Desk} Desk */

const QUIET = { interactive: false, pmIgnore: true, snapIgnore: true };
const WIDEST_PX = 12;
const FLOWS_M3 = 1;
/** A chevron that points the way of the water, every so many pixels. */
const ARROW_PX = 46;

/** The water network over the plan while the water lies open: as wide as it leads in the month, with arrows; what decides a verdict is lit. */
export class WaterView {
    /** @type {unknown[]} */
    shown = [];

    /** @param {Desk} desk @param {Leaflet.Map} map */
    constructor(desk, map) {
        this.desk = desk;
        this.map = map;
        this.renderer = L.svg({ padding: 0.4 });
        this.group = L.layerGroup([]).addTo(map);
        map.on('zoomend', () => this.#draw());
    }

    sync() {
        const { water } = this.desk.state;
        const now = water ? [water.network, shown(water), water.month, water.lit] : [];
        if (now.length === this.shown.length && now.every((one, i) => one === this.shown[i])) return;
        this.shown = now;
        this.#draw();
    }

    #draw() {
        this.group.clearLayers();
        const { water } = this.desk.state;
        const judgement = water && shown(water);
        if (!water?.network || !judgement) return;
        const flow = new Map((judgement.links ?? []).map((link) => [link.edge, link.m3[water.month]]));
        const most = Math.max(FLOWS_M3, ...flow.values());
        const lit = new Set(water.lit);
        for (const { id, geometry, properties } of water.network.edges.features) {
            const line = geometry.coordinates.map((/** @type {[number, number]} */ [lon, lat]) => L.latLng(lat, lon));
            const m3 = flow.get(id) ?? 0;
            const weight = m3 >= FLOWS_M3 ? 2 + (WIDEST_PX - 2) * Math.sqrt(m3 / most) : 1.5;
            if (lit.has(properties.feature)) this.#line(line, { color: '#f08c00', weight: weight + 8, opacity: 0.55, className: 'map-lit' });
            this.#line(line, m3 >= FLOWS_M3 ? { color: '#1971c2', weight, opacity: 0.85, className: 'map-flow' } : { color: '#868e96', weight, dashArray: '4 5', className: 'map-still' });
            if (m3 >= FLOWS_M3) this.#arrows(line, weight);
        }
        void this.#lakes([...lit].filter((feature) => !feature.startsWith('water_links/') && !feature.startsWith('rivers/')));
    }

    /** @param {Leaflet.LatLng[]} line @param {Leaflet.PolylineOptions} style */
    #line(line, style) {
        L.polyline(line, { ...QUIET, renderer: this.renderer, lineCap: 'round', ...style }).addTo(this.group);
    }

    /** @param {Leaflet.LatLng[]} line @param {number} weight */
    #arrows(line, weight) {
        const points = line.map((place) => this.map.latLngToLayerPoint(place));
        let next = ARROW_PX / 2;
        for (let i = 1; i < points.length; i++) {
            const [from, to] = [points[i - 1], points[i]];
            const length = from.distanceTo(to);
            for (; next < length; next += ARROW_PX) this.#arrow(from, to, next / length, 3 + weight / 2);
            next -= length;
        }
    }

    /** @param {Leaflet.Point} from @param {Leaflet.Point} to @param {number} share @param {number} size */
    #arrow(from, to, share, size) {
        const length = from.distanceTo(to);
        const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
        const tip = L.point(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
        const wings = [1, -1].map((side) => L.point(tip.x - size * dx - side * size * 0.7 * dy, tip.y - size * dy + side * size * 0.7 * dx));
        this.#line([wings[0], tip, wings[1]].map((point) => this.map.layerPointToLatLng(point)), { color: '#fff', weight: 1.6, opacity: 0.95 });
    }

    /** Lakes and structures are lit by their own shapes. @param {string[]} features */
    async #lakes(features) {
        const asked = this.shown;
        for (const feature of features) {
            const [layer, id] = feature.split('/');
            const found = await this.desk.api.feature({ layer, id: Number(id) }).catch(() => null);
            if (this.shown !== asked) return;
            if (!found?.geometry) continue;
            const style = { color: '#f08c00', weight: 4, opacity: 0.9, fillColor: '#f08c00', fillOpacity: 0.15, className: 'map-lit' };
            const options = { ...QUIET, renderer: this.renderer, style, pointToLayer: (/** @type {unknown} */ _, /** @type {Leaflet.LatLng} */ place) => L.circleMarker(place, { ...QUIET, ...style, radius: 12 }) };
            L.geoJSON(/** @type {any} */ (found.geometry), /** @type {any} */ (options)).addTo(this.group);
        }
    }
}
