/** @typedef {import('./types.js').Ref} Ref */
/** @typedef {{zoom: number, lat: number, lon: number}} View */
/** @typedef {import('./types.js').Condition} Condition */

/**
 * The address after the #: `#zoom/lat/lon/layer:id,layer:id`, or `#show=key:value,key:value` for the plots behind a number of
 * the report. Anything that is neither is no view and no selection.
 * @param {string} hash @returns {{view: View|null, selection: Ref[], conditions: Condition[]}}
 */
export function readHash(hash) {
    if (hash.startsWith('#show=')) return { view: null, selection: [], conditions: readConditions(hash.slice(6)) };
    const [zoom, lat, lon, refs = ''] = hash.replace(/^#/, '').split('/');
    const view = { zoom: Number(zoom), lat: Number(lat), lon: Number(lon) };
    const good = zoom && lat && lon && Object.values(view).every(Number.isFinite) && Math.abs(view.lat) <= 85;
    return { view: good ? view : null, selection: refs.split(',').flatMap(readRef), conditions: [] };
}

/** @param {string} text @returns {Condition[]} */
function readConditions(text) {
    return decodeURIComponent(text).split(',').flatMap((part) => {
        const match = /^([a-z]+):(.*)$/.exec(part);
        return match ? [{ key: match[1], value: match[2] }] : [];
    });
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
