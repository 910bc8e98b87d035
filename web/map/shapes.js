import { L } from './leaflet.js';

/** @typedef {import('../model/types.js').Geometry} Geometry */

/** Digits of a degree that keep a tenth of a millimetre, of what is still being drawn. */
const DIGITS = 9;

/** The geometry of what is on the map, every digit of it: a corner nobody touched must not move, for a neighbour may share it. Several polygons become one with several parts. @param {any} layer @returns {Geometry|null} */
export function geometryOf(layer) {
    const json = layer.toGeoJSON(false);
    if (json.type !== 'FeatureCollection') return json.geometry;
    const polygons = json.features.flatMap((/** @type {any} */ f) =>
        f.geometry.type === 'MultiPolygon' ? f.geometry.coordinates : [f.geometry.coordinates],
    );
    if (polygons.length === 0) return null;
    return polygons.length === 1
        ? { type: 'Polygon', coordinates: polygons[0] }
        : { type: 'MultiPolygon', coordinates: polygons };
}

/**
 * The geometry of a shape still being drawn, the cursor as its last corner; null while there are too few.
 * @param {string} tool @param {Leaflet.LatLng[]} corners @param {Leaflet.LatLng} cursor @returns {Geometry|null}
 */
export function drawnSoFar(tool, corners, cursor) {
    const all = corners.at(-1)?.equals(cursor) ? corners : [...corners, cursor];
    const places = all.map((p) => [round(p.lng), round(p.lat)]);
    if (tool === 'corridor') return places.length > 1 ? { type: 'LineString', coordinates: places } : null;
    if (places.length < 3) return null;
    return { type: 'Polygon', coordinates: [[...places, places[0]]] };
}

/** @param {Leaflet.LatLngBounds} box @returns {Geometry} */
export function rectangleOf(box) {
    const [w, s, e, n] = [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()].map(round);
    return { type: 'Polygon', coordinates: [[[w, s], [e, s], [e, n], [w, n], [w, s]]] };
}

/** @param {number} degrees */
const round = (degrees) => Number(degrees.toFixed(DIGITS));

/**
 * A geometry as a layer the hand can edit.
 * @param {Geometry} geometry @param {Leaflet.PathOptions} style @returns {any}
 */
export function layerOf(geometry, style) {
    const options = { style, pointToLayer: (/** @type {any} */ _, /** @type {Leaflet.LatLng} */ at) => L.circleMarker(at, { ...style, radius: 7 }) };
    return L.geoJSON(/** @type {any} */ (geometry), options).getLayers()[0];
}

/** Lines of a line geometry. @param {Geometry} geometry @returns {number[][][]} */
export function linesOf(geometry) {
    if (geometry.type === 'LineString') return [geometry.coordinates];
    return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
}
