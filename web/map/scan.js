import { laying, moved, pointed, wantsPlace } from '../model/scan.js';
import { still } from './go-to.js';
import { L } from './leaflet.js';

/** @typedef {import('../model/desk.js').Desk} Desk */
/** @typedef {import('../model/scan.js').Pixel} Pixel */

/** So much closer than its own pixels the drawing is shown. */
const CLOSER = 3;
const QUIET = { pmIgnore: true, snapIgnore: true };

/** A scanned drawing to point in, and the numbers of its control points on it and on the map. */
export class ScanView {
    /** @type {Leaflet.Map|null} */
    drawing = null;
    shown = '';
    levels = 0;

    /** @param {Desk} desk @param {Leaflet.Map} map @param {HTMLElement} element where the drawing is shown */
    constructor(desk, map, element) {
        this.desk = desk;
        this.map = map;
        this.element = element;
        this.there = L.layerGroup([]).addTo(map);
        this.here = L.layerGroup([]);
        new ResizeObserver(() => this.drawing?.invalidateSize({ animate: false })).observe(element);
        desk.addEventListener('change', (event) => {
            const { keys } = /** @type {CustomEvent<{keys: Set<string>}>} */ (event).detail;
            if (['scan', 'plan', 'tool', 'locale'].some((key) => keys.has(key))) this.sync();
        });
    }

    sync() {
        const map = laying(this.desk.state);
        this.map.getContainer().classList.toggle('map-picking', wantsPlace(this.desk.state));
        this.there.clearLayers();
        this.here.clearLayers();
        if (!map) {
            this.shown = '';
            this.drawing?.remove();
            this.drawing = null;
            return;
        }
        if (this.shown !== map.id) this.#show(map);
        const { pending, moving } = this.desk.state.scan ?? {};
        map.scan.points.forEach((pair, index) => {
            const look = `${pair.doubtful ? 'doubtful ' : ''}${moving?.index === index ? 'moving' : ''}`;
            this.#mark(this.here, index, look, this.#onDrawing(pair), (at) => this.#pixel(at));
            this.#mark(this.there, index, look, L.latLng(pair.lat, pair.lon), ({ lat, lng }) => ({ lon: lng, lat }));
        });
        if (pending) this.here.addLayer(L.marker(this.#onDrawing(pending), { ...QUIET, icon: numbered(map.scan.points.length + 1, 'pending'), interactive: false, keyboard: false }));
    }

    /** @param {import('../model/types.js').Basemap & {scan: import('../model/scan.js').Scan}} map */
    #show({ id, scan: { width, height, levels } }) {
        this.shown = id;
        this.levels = levels;
        this.drawing?.remove();
        const drawing = L.map(this.element, { crs: L.CRS.Simple, attributionControl: false, zoomSnap: 0.25, minZoom: -2, maxZoom: levels + CLOSER, zoomAnimation: !still(), fadeAnimation: !still() });
        this.drawing = drawing;
        const all = L.latLngBounds([this.#onDrawing({ x: 0, y: height }), this.#onDrawing({ x: width, y: 0 })]);
        L.tileLayer(`/basemaps/${encodeURIComponent(id)}/picture/{z}/{x}/{y}`, { noWrap: true, bounds: all, minZoom: -2, minNativeZoom: 0, maxNativeZoom: levels, maxZoom: levels + CLOSER }).addTo(drawing);
        // The section is shown in the same breath by its panel; what fits is known when it is there.
        drawing.fitBounds(all, { animate: false });
        requestAnimationFrame(() => drawing.invalidateSize({ animate: false }).fitBounds(all, { animate: false }));
        this.here.addTo(drawing);
        drawing.on('click', (/** @type {Leaflet.LeafletMouseEvent} */ { latlng }) => pointed(this.desk, this.#pixel(latlng)));
        drawing.on('keydown', (/** @type {any} */ { originalEvent }) => {
            if (originalEvent.key === 'Enter' && originalEvent.target === this.element) pointed(this.desk, this.#pixel(drawing.getCenter()));
        });
    }

    /** A number that can be dragged to where it should be. @param {Leaflet.LayerGroup} group @param {number} index @param {string} look @param {Leaflet.LatLng} at @param {(at: Leaflet.LatLng) => Pixel|{lon: number, lat: number}} read */
    #mark(group, index, look, at, read) {
        const marker = L.marker(at, { ...QUIET, icon: numbered(index + 1, look), draggable: true, keyboard: false, title: String(index + 1) });
        marker.on('dragend', () => void moved(this.desk, index, read(marker.getLatLng())));
        group.addLayer(marker);
    }

    /** @param {Pixel} pixel */
    #onDrawing({ x, y }) {
        return L.latLng(-y / 2 ** this.levels, x / 2 ** this.levels);
    }

    /** @param {Leaflet.LatLng} at @returns {Pixel} */
    #pixel({ lat, lng }) {
        return { x: lng * 2 ** this.levels, y: -lat * 2 ** this.levels };
    }
}

/** @param {number} number @param {string} look */
const numbered = (number, look) => L.divIcon({ className: `scan-mark ${look}`, html: `<i></i><b>${number}</b>`, iconSize: [0, 0] });
