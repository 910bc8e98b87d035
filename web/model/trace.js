import { attempt } from './problems.js';

/** @typedef {import('./desk.js').Desk} Desk */

/** Shapes that can follow an edge while they are drawn. */
const CAN = ['polygon', 'corridor'];

/** Whether what is drawn can follow an edge. @param {string} tool */
export const canTrace = (tool) => CAN.includes(tool);

/** Whether the next corner is reached along the edge that is there. @param {Desk} desk @param {boolean} tracing */
export function setTracing(desk, tracing) {
    if (canTrace(desk.state.tool)) desk.set({ tracing });
}

/**
 * The corners between two places on one edge; none where no edge runs by both, which is told.
 * @param {Desk} desk @param {[number, number]} from longitude, latitude @param {[number, number]} to @param {number} reachM how far beside the edge they may lie
 * @returns {Promise<[number, number][]>}
 */
export async function between(desk, from, to, reachM) {
    /** @type {{corners: [number, number][]}|null} */
    const found = await attempt(desk, () => desk.api.reshape('trace', { from, to, reachM }));
    if (found) desk.set({ problem: null });
    return found?.corners ?? [];
}
