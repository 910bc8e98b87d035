import { attempt } from './problems.js';
import { put } from './water.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./water.js').Water} Water */

/**
 * What each link and pump is worth, the heaviest loss first, and how many ways that share no link lead to each lake.
 * @typedef {{feature: string, name: string, pump: boolean, failed: number[], worst_share: number[], cut: import('./water.js').Told|null}} Removed
 * @typedef {{changeset: number, state: string, year: string, links: Removed[], lakes: {feature: string, name: string, disjoint_paths: number}[]}} Removals
 */

/** Asks for the year without each link; once for what lies open. @param {Desk} desk */
export async function askRemovals(desk) {
    const { water } = desk.state;
    if (!water || removalsOf(water)) return;
    const removals = await attempt(desk, () => desk.api.water.removals(water.works, water.year));
    if (removals) put(desk, { removals });
}

/** What is known of the state, the year and the changeset that lie open. @param {Water} water @returns {Removals|null} */
export function removalsOf({ removals, works, year, since }) {
    return removals && removals.state === works && removals.year === year && removals.changeset >= since ? removals : null;
}
