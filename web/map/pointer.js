import { clearPart } from './clear.js';
import { key } from '../model/plots.js';
import { placed, wantsPlace } from '../model/scan.js';

/** @typedef {import('../model/desk.js').Desk} Desk */
/** @typedef {import('./tile-layer.js').PlanTiles} PlanTiles */

/**
 * The hand over the map: the place under the cursor, what it points at, what it clicks.
 * @param {Desk} desk @param {Leaflet.Map} map @param {PlanTiles} tiles
 */
export function listenToPointer(desk, map, tiles) {
    let frame = 0;
    map.on('mousemove', (/** @type {Leaflet.LeafletMouseEvent} */ event) => {
        if (frame) return;
        frame = requestAnimationFrame(() => {
            frame = 0;
            desk.setCursor({ lon: event.latlng.lng, lat: event.latlng.lat });
            point(desk, map, tiles, event.latlng);
        });
    });
    map.on('mouseout', () => desk.setCursor(null));
    map.on('click', (/** @type {Leaflet.LeafletMouseEvent} */ event) => void click(desk, tiles, event));
    map.on('moveend', () => {
        const { lat, lng } = map.getCenter();
        const clear = clearPart(map);
        const [southWest, northEast] = [map.containerPointToLatLng([clear.left, clear.bottom]), map.containerPointToLatLng([clear.right, clear.top])];
        desk.setView({ zoom: map.getZoom(), lat, lon: lng, box: [southWest.lng, southWest.lat, northEast.lng, northEast.lat] });
    });
}

/** @param {Desk} desk @param {Leaflet.Map} map @param {PlanTiles} tiles @param {Leaflet.LatLng} latlng */
function point(desk, map, tiles, latlng) {
    const hit = desk.state.tool === 'select' ? tiles.at(latlng)[0] : undefined;
    tiles.mark(tiles.selected, hit ? key(hit) : null);
    map.getContainer().classList.toggle('map-pointing', hit !== undefined);
    map.getContainer().title = hit?.label ?? '';
}

/** A second click on the same place goes to what lies beneath. @param {Desk} desk @param {PlanTiles} tiles @param {Leaflet.LeafletMouseEvent} event */
async function click(desk, tiles, event) {
    if (desk.state.tool !== 'select' || desk.state.intake?.picking != null || desk.state.newPlan?.stage === 'drawing') return;
    if (wantsPlace(desk.state)) {
        await placed(desk, { lon: event.latlng.lng, lat: event.latlng.lat });
        return;
    }
    const found = tiles.at(event.latlng);
    const add = event.originalEvent.shiftKey || event.originalEvent.ctrlKey || event.originalEvent.metaKey;
    if (found.length === 0) {
        if (!add) desk.clearSelection();
        return;
    }
    const selected = desk.state.selection.map(key);
    const at = found.findIndex((ref) => selected.includes(key(ref)));
    const next = add ? found[0] : found[(at + 1) % found.length];
    await desk.select([next], { add });
}
