import { lying, missed } from '../model/backdrops.js';
import { L } from './leaflet.js';

/**
 * The background chosen from the desk's list. None by default: nothing leaves the office unless someone asks for it, and what does is asked
 * for by the server, never by the page.
 * @param {import('../model/desk.js').Desk} desk @param {Leaflet.Map} map
 */
export function followBasemap(desk, map) {
    /** @type {Leaflet.TileLayer|null} */
    let layer = null;
    let shown = '';
    return () => {
        const basemap = lying(desk.state);
        layer?.setOpacity(desk.state.basemapOpacity);
        const look = basemap?.url ?? '';
        if (look === shown) return;
        shown = look;
        layer?.remove();
        layer = basemap ? tilesOf(desk, basemap).addTo(map) : null;
    };
}

/** @param {import('../model/desk.js').Desk} desk @param {import('../model/types.js').Basemap} basemap */
function tilesOf(desk, basemap) {
    const layer = L.tileLayer(basemap.url, {
        // A file may say anything of itself, and this would be put into the page as it is.
        attribution: escaped(basemap.attribution),
        maxNativeZoom: basemap.maxZoom,
        maxZoom: 22,
        opacity: desk.state.basemapOpacity,
        pane: 'basemap',
    });
    layer.once('tileerror', ({ tile }) => void missed(desk, basemap, /** @type {HTMLImageElement} */ (tile).src));
    return layer;
}

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
