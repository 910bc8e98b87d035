import { listed, lying } from './backdrops.js';
import { attempt, tell } from './problems.js';

/**
 * @typedef {import('./desk.js').Desk} Desk
 * @typedef {{x: number, y: number}} Pixel right and down from the upper left corner of the drawing
 * @typedef {Pixel & {lon: number, lat: number, missedM?: number, doubtful?: boolean}} Pair a point of the drawing and its place
 * @typedef {'similarity'|'affine'} Method
 * @typedef {{width: number, height: number, levels: number, method: Method, used: Method, points: Pair[], rmsM?: number}} Scan as the desk keeps it
 * @typedef {{id: string, pending: Pixel|null, moving: {index: number, on: 'drawing'|'map'}|null}} Laying a drawing whose control points are being set
 */

/** The drawing that is being laid. @param {Readonly<import('./types.js').State>} state @returns {(import('./types.js').Basemap & {scan: Scan})|null} */
export function laying({ plan, scan }) {
    const map = plan?.basemaps.find(({ id }) => id === scan?.id);
    return map?.scan ? { ...map, scan: map.scan } : null;
}

/** Lays a drawing open for its control points, with nothing else in the hand. @param {Desk} desk @param {string} id */
export function open(desk, id) {
    void desk.setTool('select');
    desk.set({ scan: { id, pending: null, moving: null } });
}

/** @param {Desk} desk */
export function close(desk) {
    desk.set({ scan: null });
}

/** What Esc means here: half a pair is let go, then the drawing. @param {Desk} desk */
export function stepBack(desk) {
    const { scan } = desk.state;
    if (scan?.pending || scan?.moving) desk.set({ scan: { ...scan, pending: null, moving: null } });
    else close(desk);
}

/** Whether the next click on the map is a place for the drawing. @param {Readonly<import('./types.js').State>} state */
export const wantsPlace = ({ scan, tool }) => tool === 'select' && scan !== null && (scan.pending !== null || scan.moving?.on === 'map');

/** The next click moves this pair. @param {Desk} desk @param {number} index @param {'drawing'|'map'} on */
export function move(desk, index, on) {
    const { scan } = desk.state;
    if (!scan) return;
    const same = scan.moving?.index === index && scan.moving.on === on;
    desk.set({ scan: { ...scan, pending: null, moving: same ? null : { index, on } } });
}

/** A click on the drawing. @param {Desk} desk @param {Pixel} pixel */
export function pointed(desk, pixel) {
    const { scan } = desk.state;
    const map = laying(desk.state);
    if (!scan || !map || pixel.x < 0 || pixel.y < 0 || pixel.x > map.scan.width || pixel.y > map.scan.height) return;
    if (scan.moving?.on === 'drawing') void moved(desk, scan.moving.index, pixel);
    else desk.set({ scan: { ...scan, pending: pixel, moving: null } });
}

/** A place on the map for what was pointed at. Answers whether it was taken. @param {Desk} desk @param {{lon: number, lat: number}} place */
export async function placed(desk, place) {
    const { scan } = desk.state;
    const map = laying(desk.state);
    if (!scan || !map || !wantsPlace(desk.state)) return false;
    if (scan.moving) return moved(desk, scan.moving.index, place);
    return scan.pending ? sent(desk, [...map.scan.points, { ...scan.pending, ...place }]) : false;
}

/** The same, typed as the search reads it. @param {Desk} desk @param {string} text */
export async function typed(desk, text) {
    const found = await attempt(desk, () => desk.search(text));
    const place = found?.find(({ kind }) => kind === 'place');
    if (found && !place) tell(desk, 'scan', { zh: `“${text}”不是坐标。可写 X, Y（米）或 经度, 纬度。`, en: `“${text}” is no coordinate. Write X, Y in metres, or longitude, latitude.` });
    if (!place) return false;
    const { lon, lat } = place;
    const taken = await placed(desk, { lon, lat });
    if (taken) desk.goTo({ lon, lat, ifUnseen: true });
    return taken;
}

/** A pair whose point or place was moved. @param {Desk} desk @param {number} index @param {Pixel|{lon: number, lat: number}} to */
export function moved(desk, index, to) {
    const points = laying(desk.state)?.scan.points ?? [];
    return sent(desk, points.map((pair, i) => (i === index ? { ...pair, ...to } : pair)));
}

/** @param {Desk} desk @param {number} index */
export function drop(desk, index) {
    return sent(desk, (laying(desk.state)?.scan.points ?? []).filter((_, i) => i !== index));
}

/** @param {Desk} desk @param {Method} method */
export function choose(desk, method) {
    return sent(desk, laying(desk.state)?.scan.points ?? [], method);
}

/** Has the desk lay it by these pairs; what cannot be is refused, and what was before stays. @param {Desk} desk @param {Pair[]} pairs @param {Method} [method] */
async function sent(desk, pairs, method) {
    const map = laying(desk.state);
    const { plan } = desk.state;
    if (!map || !plan) return false;
    const points = pairs.map(({ x, y, lon, lat }) => ({ x, y, lon, lat }));
    const maps = await attempt(desk, () => desk.api.backdrops.points(map.id, { plane: plan.plane.text, method: method ?? map.scan.method, points }));
    // Where it was refused a marker that was dragged goes back to where it was.
    if (!maps) desk.set({ scan: desk.state.scan && { ...desk.state.scan } });
    if (!maps || desk.state.scan?.id !== map.id) return false;
    desk.set({ scan: { id: map.id, pending: null, moving: null }, problem: null });
    listed(desk, maps);
    if (lying(desk.state)?.id !== map.id) desk.set({ basemap: map.id });
    return true;
}
