/**
 * @typedef {import('./types.js').Words} Words
 * @typedef {{name: string, title: Words, kind: 'flag'|'choice'|'text', choices: {value: string, title: Words}[]}} Option
 * @typedef {{id: string, title: Words, limits: Words[], systems: {crs: string, title: Words}[], options: Option[]}} Format
 * @typedef {'all'|'layer'|'selection'|'view'} What
 * @typedef {{what: What, layer: string, format: string, crs: string|null, options: Record<string, string>}} Order
 */

const TILE = 256;

/**
 * The address that gives a file.
 * @param {Order} order @param {import('./types.js').Ref[]} selection @param {[number, number, number, number]|null} box
 */
export function exportAddress(order, selection, box) {
    const query = new URLSearchParams();
    if (order.what === 'layer' && order.layer) query.set('layer', order.layer);
    if (order.what === 'selection') query.set('ids', selection.map(({ layer, id }) => `${layer}:${id}`).join(','));
    if (order.what === 'view' && box) query.set('bbox', box.map((side) => side.toFixed(6)).join(','));
    if (order.crs !== null) query.set('crs', order.crs);
    for (const [name, value] of Object.entries(order.options)) {
        if (value !== '') query.set(name, value);
    }
    const asked = query.toString();
    return `/api/export.${order.format}${asked ? `?${asked}` : ''}`;
}

/**
 * What a map of that size shows, west, south, east, north in degrees; the map is in Web Mercator.
 * @param {{zoom: number, lat: number, lon: number}} view @param {number} width pixels @param {number} height pixels
 * @returns {[number, number, number, number]}
 */
export function boxOf({ zoom, lat, lon }, width, height) {
    const degrees = 360 / (TILE * 2 ** zoom);
    const north = (/** @type {number} */ y) => (Math.atan(Math.sinh((y * Math.PI) / 180)) * 180) / Math.PI;
    const y = (Math.asinh(Math.tan((lat * Math.PI) / 180)) * 180) / Math.PI;
    return [lon - (width / 2) * degrees, north(y - (height / 2) * degrees), lon + (width / 2) * degrees, north(y + (height / 2) * degrees)];
}
