/** @typedef {import('./types.js').CheckAnswer} CheckAnswer */
/** @typedef {import('./types.js').Target} Target */
/** @typedef {import('./types.js').Sure} Sure */

/** Less than this is how two offices draw one line. */
const LEAST_M2 = 0.1;
/** Targets so far reached that the next plots may do it: from then on it is asked what of them is sure. */
const NEARLY = 0.8;

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

/** Whether it matters by now what of the targets is sure. @param {Target[]} targets */
export const nearlyReached = (targets) => targets.some(({ planned, value }) => value !== null && value > 0 && planned >= NEARLY * value);

/**
 * Whether a target is reached, and if so whether without what lies on constraints; `asked` while nobody has said so yet.
 * @param {Target} after the target as the draft in hand leaves it @param {Sure|null} sure what of the saved plots lies on no constraint
 * @param {CheckAnswer|null} [check] of the draft @param {boolean} [isNew] whether the draft is no saved plot, which `sure` tells of
 * @returns {'missing'|'asked'|'unsure'|'met'}
 */
export function standing(after, sure, check = null, isNew = true) {
    const { value, missing } = after;
    if (value === null || missing === null || missing > 0) return 'missing';
    if (!(value > 0)) return 'met';
    const before = check?.targets.before.find(({ id }) => id === after.id) ?? after;
    const drawn = check ? unsure(check, after) : 0;
    const saved = sure ? Math.max(0, before.planned - (sure[after.id] ?? before.planned)) : 0;
    if (after.planned - (isNew ? saved + drawn : Math.max(saved, drawn)) < value) return 'unsure';
    return sure ? 'met' : 'asked';
}
