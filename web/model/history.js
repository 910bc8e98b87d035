import { lay } from './draft.js';
import { applied } from './plots.js';
import { attempt } from './problems.js';

/** @typedef {import('./desk.js').Desk} Desk */

/** Takes back this person's last changeset, also after a reload. @param {Desk} desk */
export function undo(desk) {
    return step(desk, () => desk.api.undo(desk.state.author || '—'));
}

/** @param {Desk} desk */
export function redo(desk) {
    return step(desk, () => desk.api.redo(desk.state.author || '—'));
}

/** Brings a deleted feature back as it last was. @param {Desk} desk @param {import('./types.js').Ref} ref */
export function restore(desk, ref) {
    return step(desk, () => desk.api.restore(ref, desk.state.author || '—'));
}

/** What was not taken of an edit in another program comes onto the desk as a draft. @param {Desk} desk @param {number} number */
export async function openTold(desk, number) {
    const wrote = await attempt(desk, () => desk.api.told(number));
    if (wrote) lay(desk, wrote);
}

/** @param {Desk} desk @param {() => Promise<import('./types.js').Applied>} work */
async function step(desk, work) {
    if (desk.state.saving) return;
    desk.set({ saving: true, problem: null });
    await attempt(desk, async () => applied(desk, await work()));
    desk.set({ saving: false });
}
