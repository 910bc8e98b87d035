import { L } from './leaflet.js';

/** @typedef {import('../model/desk.js').Desk} Desk */
/** @typedef {import('../model/types.js').Geometry} Geometry */

const UNTOUCHED = { interactive: false, pmIgnore: true, snapIgnore: true };
const FAULT = { ...UNTOUCHED, radius: 9, color: '#c92a2a', weight: 3, fillColor: '#fff', fillOpacity: 0.6, className: 'map-fault' };
const THEIRS = { ...UNTOUCHED, color: '#7048e8', weight: 3, dashArray: '8 5', fillOpacity: 0.08, className: 'map-theirs' };
const FOUND = { ...UNTOUCHED, radius: 8, color: '#fff', weight: 3, fillColor: '#1971c2', fillOpacity: 1, className: 'map-found' };

/** Places the desk speaks of: where a shape is at fault, what the other person drew, what the search found. */
export class Places {
    /** @param {Desk} desk @param {Leaflet.Map} map */
    constructor(desk, map) {
        this.desk = desk;
        this.map = map;
        const renderer = L.svg();
        this.fault = L.circleMarker([0, 0], { ...FAULT, renderer });
        this.found = L.circleMarker([0, 0], { ...FOUND, renderer });
        this.theirs = L.geoJSON(undefined, /** @type {any} */ ({ ...UNTOUCHED, style: { ...THEIRS, renderer } }));
    }

    /** @param {Set<string>} keys */
    sync(keys) {
        const { problem, fault, flyTo, draft, tool } = this.desk.state;
        this.#showFault((problem ?? fault)?.place);
        this.#showTheirs(draft ? problem?.current?.geometry : null);
        if (keys.has('flyTo') && flyTo?.mark) this.found.setLatLng([flyTo.lat, flyTo.lon]).addTo(this.map);
        else if (keys.has('flyTo') || (keys.has('tool') && tool !== 'select')) this.found.remove();
    }

    /** @param {Geometry|undefined} place */
    #showFault(place) {
        if (!place) {
            this.fault.remove();
            return;
        }
        const [lon, lat] = place.coordinates;
        this.fault.setLatLng([lat, lon]).addTo(this.map);
        if (!this.map.getBounds().contains([lat, lon])) this.map.panTo([lat, lon]);
    }

    /** @param {Geometry|null|undefined} geometry */
    #showTheirs(geometry) {
        this.theirs.clearLayers();
        if (geometry) this.theirs.addData(/** @type {any} */ (geometry)).addTo(this.map);
        else this.theirs.remove();
    }
}
