import { finish } from './draft.js';
import { isHand, place as placeInHand } from './hand.js';
import { planeOf } from './gauss.js';
import { attempt } from './problems.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {{x: number, y: number} | {bearingDeg: number, distanceM: number}} Typed a corner: X is the northing, Y the easting, in metres of the plan's plane */

/** The corner that was set last of what is drawn, longitude and latitude. @param {Desk} desk @returns {[number, number]|undefined} */
export function lastCorner({ state: { draft, hand, tool } }) {
    return (isHand(tool) ? hand?.corners : draft?.corners)?.at(-1);
}

/** Sets a corner that was typed. Answers whether it was one. @param {Desk} desk @param {Typed} typed */
export async function typeCorner(desk, typed) {
    const from = lastCorner(desk);
    const body = 'x' in typed ? typed : { ...typed, from };
    const { tool } = desk.state;
    /** @type {{place: [number, number]}|null} */
    const found = await attempt(desk, () => desk.api.reshape('place', body));
    if (!found || desk.state.tool !== tool) return false;
    setCorner(desk, found.place);
    return true;
}

/** Sets a corner wherever corners go at present. @param {Desk} desk @param {[number, number]} corner */
export function setCorner(desk, corner) {
    desk.set({ problem: null });
    const [lon, lat] = corner;
    if (isHand(desk.state.tool)) placeInHand(desk, corner);
    else if (desk.state.tool === 'point') {
        desk.setDraftGeometry({ type: 'Point', coordinates: corner });
        finish(desk);
    } else desk.dispatchEvent(new CustomEvent('corner', { detail: corner }));
    desk.goTo({ lon, lat, ifUnseen: true });
}

/** Ends the shape under way, as Enter at the map does. @param {Desk} desk */
export function close(desk) {
    desk.dispatchEvent(new Event('close-shape'));
}

/**
 * A rectangle of exact size from a corner.
 * @param {Desk} desk @param {{x: number, y: number}|[number, number]} corner typed, or longitude and latitude
 * @param {{widthM: number, heightM: number, bearingDeg: number}} size
 */
export async function typeRectangle(desk, corner, size) {
    const made = await attempt(desk, async () => {
        const at = Array.isArray(corner) ? corner : (await desk.api.reshape('place', corner)).place;
        return desk.api.reshape('rectangle', { corner: at, ...size });
    });
    if (!made || !desk.state.draft) return false;
    desk.set({ problem: null });
    desk.setDraftGeometry(made.geometry);
    if (desk.state.draft.stage === 'drawing') finish(desk);
    const [lon, lat] = made.geometry.coordinates[0][0];
    desk.goTo({ lon, lat, ifUnseen: true });
    return true;
}

/**
 * What a rectangle measures: its first corner, its sides and their direction; null where a shape is none.
 * @param {import('./types.js').Plane} plane @param {import('./types.js').Geometry|null|undefined} geometry
 */
export function rectangleOf(plane, geometry) {
    const rings = geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.type === 'MultiPolygon' ? geometry.coordinates : [];
    if (rings.length !== 1 || rings[0].length !== 1 || rings[0][0].length !== 5) return null;
    /** @type {[number, number][]} */
    const ring = rings[0][0];
    const path = ring.map(([lon, lat]) => planeOf(plane, lon, lat));
    const sides = path.slice(1).map((p, i) => ({ east: p.east - path[i].east, north: p.north - path[i].north }));
    const long = sides.map(({ east, north }) => Math.hypot(east, north));
    const square = sides.slice(1).every((side, i) => Math.abs(side.east * sides[i].east + side.north * sides[i].north) <= 0.002 * long[i] * long[i + 1]);
    if (!square) return null;
    const left = sides[0].east * sides[1].north - sides[0].north * sides[1].east > 0;
    // The height lies to the left of the width: a ring that runs the other way is looked at from its end.
    const first = left ? sides[0] : { east: -sides[3].east, north: -sides[3].north };
    const [widthM, heightM] = left ? [long[0], long[1]] : [long[3], long[0]];
    return { corner: ring[0], widthM, heightM, bearingDeg: ((Math.atan2(first.east, first.north) * 180) / Math.PI + 360) % 360 };
}
