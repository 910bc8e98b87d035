import { areaOf, lengthOf } from '../model/gauss.js';
import { area, length } from '../model/units.js';
import { L } from './leaflet.js';

/** @typedef {import('../model/desk.js').Desk} Desk */

const STYLE = { color: '#c2410c', weight: 2, dashArray: '6 4', pmIgnore: true, snapIgnore: true, interactive: false };

/** Measures with the hand: a length, and an area from three points on. The figures are those of the plan's plane, as everywhere. */
export class Measure {
    /** @type {Leaflet.LatLng[]} */
    points = [];
    done = false;

    /** @param {Desk} desk @param {Leaflet.Map} map */
    constructor(desk, map) {
        this.desk = desk;
        this.map = map;
        this.line = L.polygon([], { ...STYLE, fillOpacity: 0.08 });
        this.note = L.tooltip({ permanent: true, direction: 'right', offset: [12, 0], className: 'map-measure' });
        map.on('click', (/** @type {Leaflet.LeafletMouseEvent} */ event) => this.#click(event.latlng));
        map.on('mousemove', (/** @type {Leaflet.LeafletMouseEvent} */ event) => this.#draw(event.latlng));
        map.on('dblclick', () => this.finish());
    }

    sync() {
        const active = this.desk.state.tool === 'measure';
        this.map.getContainer().classList.toggle('map-measuring', active);
        if (!active) this.#clear();
    }

    /** Ends the line; answers whether there was one. */
    finish() {
        if (this.points.length === 0 || this.done) return false;
        this.done = true;
        const last = this.points.at(-1);
        if (last) this.#show(this.points, last);
        return true;
    }

    /** Takes the last point back; answers whether there was one. */
    back() {
        if (this.points.length === 0 || this.done) return false;
        this.points.pop();
        const last = this.points.at(-1);
        if (last) this.#show(this.points, last);
        else this.#clear();
        return true;
    }

    /** @param {Leaflet.LatLng} latlng */
    #click(latlng) {
        if (this.desk.state.tool !== 'measure') return;
        if (this.done) this.#clear();
        const last = this.points.at(-1);
        if (!last?.equals(latlng)) this.points.push(latlng);
        this.#show(this.points, latlng);
    }

    /** @param {Leaflet.LatLng} latlng */
    #draw(latlng) {
        if (this.points.length > 0 && !this.done) this.#show([...this.points, latlng], latlng);
    }

    /** @param {Leaflet.LatLng[]} points @param {Leaflet.LatLng} at */
    #show(points, at) {
        const { locale, plan } = this.desk.state;
        if (!plan) return;
        const places = points.map(({ lng, lat }) => /** @type {[number, number]} */ ([lng, lat]));
        this.line.setLatLngs(points).addTo(this.map);
        const text = [length(lengthOf(plan.plane, places), locale), ...(points.length > 2 ? [area(areaOf(plan.plane, places), locale)] : [])];
        this.note.setLatLng(at).setContent(text.join(' · ')).addTo(this.map);
    }

    #clear() {
        this.points = [];
        this.done = false;
        this.line.remove();
        this.note.remove();
    }
}
