/** @typedef {import('./types.js').Ref} Ref */
/** @typedef {{zoom: number, lat: number, lon: number}} View */

/**
 * The address after the #: `#zoom/lat/lon/layer:id,layer:id`. Anything that is not such an address is no view and no selection.
 * @param {string} hash @returns {{view: View|null, selection: Ref[]}}
 */
export function readHash(hash) {
    const [zoom, lat, lon, refs = ''] = hash.replace(/^#/, '').split('/');
    const view = { zoom: Number(zoom), lat: Number(lat), lon: Number(lon) };
    const good = zoom && lat && lon && Object.values(view).every(Number.isFinite) && Math.abs(view.lat) <= 85;
    return { view: good ? view : null, selection: refs.split(',').flatMap(readRef) };
}

/** @param {string} text @returns {Ref[]} */
function readRef(text) {
    const match = /^([a-z][a-z0-9_]*):(\d{1,15})$/.exec(text);
    return match ? [{ layer: match[1], id: Number(match[2]) }] : [];
}

/** @param {View} view @param {Ref[]} selection */
export function writeHash(view, selection) {
    const refs = selection.slice(0, 20).map((r) => `${r.layer}:${r.id}`);
    const place = [Number(view.zoom.toFixed(2)), view.lat.toFixed(5), view.lon.toFixed(5)];
    return `#${[...place, ...(refs.length ? [refs.join(',')] : [])].join('/')}`;
}
