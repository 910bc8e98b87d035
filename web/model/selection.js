import { key } from './plots.js';
import { attempt } from './problems.js';
import { count } from './together.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Ref} Ref */

/**
 * Selects features; with `add` a feature already selected is let go. A single one is inspected.
 * @param {Desk} desk @param {Ref[]} refs @param {{add?: boolean}} [options]
 */
export async function select(desk, refs, options = {}) {
    if (desk.state.draft?.dirty) return;
    if (desk.state.draft) desk.cancelDraft();
    const next = options.add ? toggled(desk.state.selection, refs) : refs;
    const selection = next.map(({ layer, id }) => ({ layer, id }));
    desk.set({ selection, together: null });
    if (selection.length === 1) return inspect(desk, selection[0]);
    desk.set({ feature: null, past: [] });
    await count(desk);
}

/** @param {Ref[]} selection @param {Ref[]} refs */
function toggled(selection, refs) {
    const keys = new Set(refs.map(key));
    const had = new Set(selection.map(key));
    return [...selection.filter((r) => !keys.has(key(r))), ...refs.filter((r) => !had.has(key(r)))];
}

/**
 * Loads a feature completely, with its own history.
 * @param {Desk} desk @param {Ref} ref
 */
export async function inspect(desk, ref) {
    await attempt(desk, async () => {
        const [feature, past] = await Promise.all([desk.api.feature(ref), desk.api.past(ref)]);
        // A later click may have been answered first.
        if (desk.state.selection.some((r) => key(r) === key(ref))) desk.set({ feature, past });
    });
}

/** @param {Desk} desk */
export function clear(desk) {
    if (desk.state.draft?.dirty) return;
    if (desk.state.draft) desk.cancelDraft();
    desk.set({ selection: [], feature: null, past: [] });
}
