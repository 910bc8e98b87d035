import { back, finish, isHand, place } from '../model/hand.js';
import { areaOf, lengthOf } from '../model/gauss.js';
import { area, length } from '../model/units.js';
import { L } from './leaflet.js';

/** @typedef {import('../model/desk.js').Desk} Desk */

const QUIET = { interactive: false, pmIgnore: true, snapIgnore: true };
const LINE = { color: '#c2410c', weight: 2.5, dashArray: '6 4', ...QUIET };
/** One piece is told from the next. */
const PIECES = ['#0f766e', '#b45309', '#7c3aed', '#be123c'];

/** The line that a verb asks for, corner by corner, and what would come of it. */
export class HandLine {
    /** @param {Desk} desk @param {Leaflet.Map} map */
    constructor(desk, map) {
        this.desk = desk;
        this.map = map;
        this.line = L.polyline([], LINE);
        this.pieces = L.layerGroup();
        this.note = L.tooltip({ permanent: true, direction: 'right', offset: [12, 0], className: 'map-measure' });
        map.on('click', (/** @type {Leaflet.LeafletMouseEvent} */ { latlng }) => place(desk, [latlng.lng, latlng.lat]));
        map.on('mousemove', (/** @type {Leaflet.LeafletMouseEvent} */ { latlng }) => this.#show(latlng));
        map.on('dblclick', () => this.finish());
    }

    sync() {
        const { hand, tool } = this.desk.state;
        this.map.getContainer().classList.toggle('map-hand', isHand(tool));
        this.pieces.clearLayers().addTo(this.map);
        hand?.pieces.forEach((piece, index) => {
            const color = PIECES[index % PIECES.length];
            this.pieces.addLayer(L.geoJSON(/** @type {any} */ (piece), /** @type {any} */ ({ ...QUIET, style: { color, weight: 2, fillColor: color, fillOpacity: 0.35 } })));
        });
        this.#show(null);
    }

    /** The line is complete; answers whether there was one. */
    finish() {
        return finish(this.desk);
    }

    /** Takes the last corner back; answers whether there was one. */
    back() {
        return isHand(this.desk.state.tool) && back(this.desk);
    }

    /** @param {Leaflet.LatLng|null} pointer the line goes on to it */
    #show(pointer) {
        const { hand, tool, plan, locale } = this.desk.state;
        const corners = isHand(tool) ? (hand?.corners ?? []) : [];
        if (corners.length === 0 || !plan) {
            this.line.remove();
            this.note.remove();
            return;
        }
        const open = hand?.pieces.length === 0 && pointer !== null;
        const path = open ? [...corners, /** @type {[number, number]} */ ([pointer.lng, pointer.lat])] : corners;
        const shown = tool === 'lasso' ? [...path, path[0]] : path;
        this.line.setLatLngs(shown.map(([lon, lat]) => [lat, lon])).addTo(this.map);
        const told = tool === 'lasso' ? (path.length > 2 ? area(areaOf(plan.plane, path), locale) : '') : length(lengthOf(plan.plane, path), locale);
        const [lon, lat] = path[path.length - 1];
        if (told && open) this.note.setLatLng([lat, lon]).setContent(told).addTo(this.map);
        else this.note.remove();
    }
}
