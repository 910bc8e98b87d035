import { parted } from './split.js';
import { caught } from './lasso.js';

/** @typedef {import('./desk.js').Desk} Desk */

/**
 * A line in the hand that belongs to no draft: where to split, or what to lasso.
 * @typedef {{corners: [number, number][], pieces: import('./types.js').Geometry[]}} Hand longitude, latitude; what would come of it
 */

/** How many corners a verb needs, by its tool. @type {Record<string, number>} */
export const NEEDS = { split: 2, lasso: 3 };

/** Whether a tool draws a line that is no draft. @param {string} tool */
export const isHand = (tool) => tool in NEEDS;

/** Whether the inspected feature can be split: an area, in a plan that can be changed. @param {Desk} desk */
export function canSplit({ state: { plan, feature } }) {
    const kind = plan?.layers.find(({ id }) => id === feature?.layer)?.geometry;
    return kind === 'polygon' && !plan?.readOnly;
}

/** What was asked about an earlier line is asked no more. @param {Desk} desk */
function unasked({ state: { hand, question } }) {
    return hand?.pieces.length ? null : question;
}

/** @param {Desk} desk @param {[number, number]} corner */
export function place(desk, corner) {
    const { hand, tool } = desk.state;
    if (!isHand(tool)) return;
    const corners = hand?.corners ?? [];
    const last = corners.at(-1);
    if (last?.[0] !== corner[0] || last[1] !== corner[1]) desk.set({ question: unasked(desk), hand: { corners: [...corners, corner], pieces: [] } });
}

/** Takes the last corner back; answers whether there was one. @param {Desk} desk */
export function back(desk) {
    const corners = desk.state.hand?.corners ?? [];
    if (corners.length === 0) return false;
    desk.set({ question: unasked(desk), hand: corners.length > 1 ? { corners: corners.slice(0, -1), pieces: [] } : null });
    return true;
}

/** The line is complete; answers whether there was one. @param {Desk} desk */
export function finish(desk) {
    const { hand, tool } = desk.state;
    if (!hand || !isHand(tool) || hand.corners.length < NEEDS[tool]) return false;
    void (tool === 'split' ? parted(desk, hand.corners) : caught(desk, hand.corners));
    return true;
}
