import { attempt } from './problems.js';
import { put } from './water.js';

/** @typedef {import('./desk.js').Desk} Desk */

/**
 * @typedef {{circulates: boolean, balances: boolean, backs: boolean, dead_months: number, failed_months: number, out_months: number}} Effect
 * @typedef {import('./water.js').ValueAt & {turns: boolean, matters: boolean, less: Effect, more: Effect}} Influenced
 * @typedef {{changeset: number, done: number, total: number, running: boolean, as_given: Effect|null, values: Influenced[]}} Influence
 */

const LOOKED_AFTER_MS = 700;

/** Asks what a fifth less or more of each assumed value would do, and looks how far that is until it is done. @param {Desk} desk */
export async function askInfluence(desk) {
    const asked = desk.state.water;
    if (!asked) return;
    const influence = await attempt(desk, () => desk.api.water.influence(asked.works, asked.year));
    const now = desk.state.water;
    // Another state, another year or a later changeset is another question.
    if (!influence || !now || now.works !== asked.works || now.year !== asked.year || influence.changeset < now.since) return;
    put(desk, { influence });
    if (influence.running) setTimeout(() => isWanted(desk) && void askInfluence(desk), LOOKED_AFTER_MS);
}

/** Who has called it off, closed the water or looks at something else does not ask on. @param {Desk} desk */
const isWanted = (desk) => desk.state.water?.influence?.running === true;

/** Ends the computing; what is known stays. @param {Desk} desk */
export async function callOffInfluence(desk) {
    const influence = desk.state.water?.influence;
    if (influence) put(desk, { influence: { ...influence, running: false } });
    await attempt(desk, () => desk.api.water.callOffInfluence());
}
