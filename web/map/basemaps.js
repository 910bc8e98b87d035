import { L } from './leaflet.js';

/**
 * The background chosen from the plan's list. None by default: nothing leaves the office unless someone asks for it.
 * @param {import('../model/desk.js').Desk} desk @param {Leaflet.Map} map
 */
export function followBasemap(desk, map) {
    /** @type {Leaflet.TileLayer|null} */
    let layer = null;
    let shown = '';
    return () => {
        const basemap = desk.state.plan?.basemaps.find((b) => b.id === desk.state.basemap);
        if ((basemap?.id ?? '') === shown) return;
        shown = basemap?.id ?? '';
        layer?.remove();
        layer = basemap
            ? L.tileLayer(basemap.url, {
                  attribution: basemap.attribution,
                  maxNativeZoom: basemap.maxZoom,
                  maxZoom: 22,
                  pane: 'basemap',
              }).addTo(map)
            : null;
    };
}
