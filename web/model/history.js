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

/** @param {Desk} desk @param {() => Promise<import('./types.js').Applied>} work */
async function step(desk, work) {
    if (desk.state.saving) return;
    desk.set({ saving: true, problem: null });
    await attempt(desk, async () => applied(desk, await work()));
    desk.set({ saving: false });
}
