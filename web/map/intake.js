import { L } from './leaflet.js';

/** @typedef {import('../model/desk.js').Desk} Desk */

const COLOURS = { new: '#1f8a4c', changed: '#d98a00', vanished: '#c0392b', same: '#7a8580', conflict: '#7c3aed' };
/** A conflict is two shapes: what the plan has now and what the file brings. */
const IN_PLAN = { color: '#1971c2', weight: 3, dashArray: '8 5', fillOpacity: 0.05, className: 'map-in-plan' };
const IN_FILE = { color: COLOURS.conflict, weight: 3, fillOpacity: 0.12, className: 'map-in-file' };
const ALTERNATIVE_DOTS = 60;
const QUIET = { interactive: false, pmIgnore: true, snapIgnore: true };

/** Shows where the files of an import would lie: dots while the coordinate system is chosen, then the shapes by what happens to them. */
export class IntakeView {
    /** @type {unknown} */
    shown = null;

    /** @param {Desk} desk @param {Leaflet.Map} map */
    constructor(desk, map) {
        this.desk = desk;
        this.map = map;
        this.renderer = L.canvas({ padding: 0.3 });
        this.sharp = L.svg();
        this.group = L.layerGroup([], { pane: 'overlayPane' }).addTo(map);
        map.on('click', (/** @type {Leaflet.LeafletMouseEvent} */ event) => {
            if (this.desk.state.intake?.picking != null) this.desk.pickedForImport({ lon: event.latlng.lng, lat: event.latlng.lat });
        });
    }

    sync() {
        const { intake } = this.desk.state;
        this.map.getContainer().classList.toggle('map-picking', intake?.picking != null);
        const choice = intake?.choices[intake.active];
        const source = intake?.stage === 'preview' ? intake.preview : intake?.found && JSON.stringify([intake.id, intake.active, choice?.crs, choice?.points]);
        if (source === this.shown) return;
        this.shown = source;
        this.group.clearLayers();
        if (!intake) return;
        if (intake.stage === 'preview') this.#items(intake);
        else this.#dots(intake);
    }

    /** @param {import('../model/intake.js').Intake} intake */
    #items(intake) {
        for (const { items } of intake.preview ?? []) {
            for (const item of items) {
                const { state, geometry, before } = item;
                if (state === 'conflict') this.#conflict(item);
                else if (before) this.#shape(before, { color: COLOURS.vanished, weight: 1, dashArray: '3 3', fill: false });
                if (geometry && state !== 'conflict') this.#shape(geometry, { color: COLOURS[state], weight: state === 'same' ? 1 : 2, fillOpacity: state === 'same' ? 0 : 0.18 });
            }
        }
    }

    /** @param {import('../model/intake.js').Item} item */
    #conflict({ geometry, before, deletedIn }) {
        if (before) this.#shape(before, IN_PLAN, this.sharp);
        if (geometry) this.#shape(geometry, deletedIn === 'file' ? IN_PLAN : IN_FILE, this.sharp);
    }

    /** @param {import('../model/types.js').Geometry} geometry @param {Leaflet.PathOptions} style @param {Leaflet.Renderer} [renderer] */
    #shape(geometry, style, renderer = this.renderer) {
        const options = {
            ...QUIET,
            style: { ...style, renderer },
            pointToLayer: (/** @type {any} */ _, /** @type {Leaflet.LatLng} */ at) => L.circleMarker(at, { ...QUIET, ...style, radius: 5, renderer }),
        };
        this.group.addLayer(L.geoJSON(/** @type {any} */ (geometry), /** @type {any} */ (options)));
    }

    /** The chosen coordinate system in colour, the alternatives in grey; control points by their numbers. @param {import('../model/intake.js').Intake} intake */
    #dots(intake) {
        const choice = intake.choices[intake.active];
        const candidates = intake.found?.layers[intake.active]?.candidates ?? [];
        for (const c of candidates) if (c.crs !== choice?.crs) this.#scatter(c.dots.slice(0, ALTERNATIVE_DOTS), { radius: 2, fillColor: COLOURS.same, weight: 0 });
        const chosen = candidates.find((c) => c.crs === choice?.crs);
        this.#scatter(chosen?.dots ?? [], { radius: 3, fillColor: COLOURS.changed, weight: 1, color: '#fff' });
        for (const [i, { lon, lat }] of (choice?.points ?? []).entries()) {
            if (lon === null || lat === null) continue;
            const name = { permanent: true, direction: /** @type {const} */ ('top'), className: 'map-point' };
            this.group.addLayer(L.circleMarker([lat, lon], /** @type {any} */ ({ ...QUIET, radius: 5, color: COLOURS.vanished })).bindTooltip(String(i + 1), name));
        }
    }

    /** @param {[number, number][]} dots @param {Leaflet.CircleMarkerOptions} style */
    #scatter(dots, style) {
        for (const [lon, lat] of dots) {
            this.group.addLayer(L.circleMarker([lat, lon], /** @type {any} */ ({ ...QUIET, fillOpacity: 0.9, ...style, renderer: this.renderer })));
        }
    }
}
