import { L } from './leaflet.js';

/** @typedef {import('../model/desk.js').Desk} Desk */

const COLOURS = { new: '#1f8a4c', changed: '#d98a00', vanished: '#c0392b', same: '#7a8580', conflict: '#7c3aed' };
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
        this.group = L.layerGroup([], { pane: 'overlayPane' }).addTo(map);
        map.on('click', (/** @type {Leaflet.LeafletMouseEvent} */ event) => {
            if (this.desk.state.intake?.picking != null) this.desk.pickedForImport({ lon: event.latlng.lng, lat: event.latlng.lat });
        });
    }

    sync() {
        const { intake } = this.desk.state;
        this.map.getContainer().classList.toggle('map-picking', intake?.picking != null);
        const source = intake?.stage === 'preview' ? intake.preview : intake?.found && `${intake.id} ${intake.active} ${intake.choices[intake.active]?.crs}`;
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
            for (const { state, geometry, before } of items) {
                if (before) this.#shape(before, { color: COLOURS.vanished, weight: 1, dashArray: '3 3', fill: false });
                if (geometry) this.#shape(geometry, { color: COLOURS[state], weight: state === 'same' ? 1 : 2, fillOpacity: state === 'same' ? 0 : 0.18 });
            }
        }
    }

    /** @param {import('../model/types.js').Geometry} geometry @param {Leaflet.PathOptions} style */
    #shape(geometry, style) {
        const options = {
            ...QUIET,
            style: { ...style, renderer: this.renderer },
            pointToLayer: (/** @type {any} */ _, /** @type {Leaflet.LatLng} */ at) => L.circleMarker(at, { ...QUIET, ...style, radius: 5, renderer: this.renderer }),
        };
        this.group.addLayer(L.geoJSON(/** @type {any} */ (geometry), /** @type {any} */ (options)));
    }

    /** @param {import('../model/intake.js').Intake} intake */
    #dots(intake) {
        const crs = intake.choices[intake.active]?.crs;
        const candidate = intake.found?.layers[intake.active]?.candidates.find((c) => c.crs === crs);
        for (const [lon, lat] of candidate?.dots ?? []) {
            const style = { ...QUIET, radius: 3, weight: 1, color: '#fff', fillColor: COLOURS.changed, fillOpacity: 0.9, renderer: this.renderer };
            this.group.addLayer(L.circleMarker([lat, lon], /** @type {any} */ (style)));
        }
    }
}
