import { L } from './leaflet.js';

/** @typedef {import('../model/desk.js').Desk} Desk */

const LOOK = { interactive: false, pmIgnore: true, snapIgnore: true };
const DISTRICT = { color: '#1098ad', weight: 3, fillOpacity: 0.08, className: 'map-new-plan' };
const PART = { color: '#1098ad', weight: 1.5, dashArray: '6 4', fillOpacity: 0.03, className: 'map-new-plan' };

/** Shows the outline of a plan that is being made. */
export class NewPlanView {
    /** @type {unknown} */
    shown = null;

    /** @param {Desk} desk @param {Leaflet.Map} map */
    constructor(desk, map) {
        this.desk = desk;
        this.map = map;
        this.renderer = L.svg();
        this.group = L.layerGroup([], { pane: 'overlayPane' }).addTo(map);
    }

    sync() {
        const { newPlan, plan } = this.desk.state;
        const outlines = newPlan?.stage === 'drawing' ? [] : (newPlan?.outlines ?? []);
        if (outlines === this.shown) return;
        this.shown = outlines;
        this.group.clearLayers();
        for (const { layer, feature } of outlines) {
            const style = { ...(plan?.layers.find(({ id }) => id === layer)?.role === 'zone' ? PART : DISTRICT), renderer: this.renderer };
            L.geoJSON(/** @type {any} */ (feature.geometry), /** @type {any} */ ({ ...LOOK, style })).addTo(this.group);
        }
    }
}
