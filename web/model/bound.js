/** @typedef {import('./types.js').CheckAnswer} CheckAnswer */
/** @typedef {import('./types.js').Target} Target */

/** Less than this is how two offices draw one line. */
const LEAST_M2 = 0.1;

/**
 * How much of what a draft adds to a target lies on constraints, in m², m or pieces: of an area the part that lies there, of a line or a
 * piece all of it. Until the rules say what of it may count, none of it is sure.
 * @param {CheckAnswer} check @param {Target} target
 */
export function unsure({ contributions, bound }, target) {
    const amount = contributions.find((each) => each.target === target.id)?.amount ?? 0;
    if (amount <= 0 || bound.planeM2 < LEAST_M2) return 0;
    if (!target.measure.includes('area')) return amount;
    return Math.min(amount, target.method === 'ellipsoid' ? bound.ellipsoidM2 : bound.planeM2);
}

/** Whether a target is reached only with what lies on constraints. @param {CheckAnswer|null} check @param {Target} after */
export function reachedUnsurely(check, after) {
    const { value, missing } = after;
    if (!check || value === null || missing === null || !(value > 0) || missing > 0) return false;
    return after.planned - unsure(check, after) < value;
}
