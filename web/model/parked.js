import * as drafts from './draft.js';
import { placeOf } from './place.js';
import { tell } from './problems.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Draft} Draft */

/** So many drafts are kept aside; the oldest goes first. */
const MOST = 12;

/** Whether there is work in a draft: a corner set, a shape changed, something typed. @param {Draft|null} draft */
export const hasWork = (draft) => draft !== null && (draft.dirty || (draft.corners?.length ?? 0) > 0);

/**
 * A draft as it is kept: of a shape under way its corners, without the place where the pointer happened to be.
 * @param {Draft} draft @param {import('./types.js').Tool} tool @returns {Draft}
 */
export function kept(draft, tool) {
    if (draft.stage === 'form') return draft;
    // A rectangle under way has no corners of its own: it is kept as the shape that was seen.
    if (!draft.corners?.length) return draft.geometry ? { ...draft, stage: 'form' } : { ...draft, tool };
    return { ...draft, geometry: null, tool };
}

/** Puts the draft in hand aside where there is work in it, and empties the hand. @param {Desk} desk */
export function park(desk) {
    const { draft, tool, parked } = desk.state;
    if (draft && hasWork(draft)) desk.set({ parked: [...parked, kept(draft, tool)].slice(-MOST) });
    drafts.putDown(desk);
}

/** Takes a draft up again where it was left. @param {Desk} desk @param {Draft} draft */
export function resume(desk, draft) {
    park(desk);
    const parked = desk.state.parked.filter((each) => each !== draft);
    const selection = draft.id === undefined ? [] : [{ layer: draft.layer, id: draft.id }];
    const tool = draft.stage === 'form' ? 'edit' : (draft.tool ?? 'polygon');
    desk.set({ parked, selection, feature: null, past: [], drawLayer: draft.layer, draft, tool });
    const place = draft.geometry ?? (draft.corners?.length ? { type: 'LineString', coordinates: draft.corners } : null);
    if (place) desk.goTo(placeOf(place));
    drafts.ask(desk);
}

/** Throws the draft in hand away; that can be taken back. @param {Desk} desk */
export function discard(desk) {
    const { draft, tool } = desk.state;
    drafts.putDown(desk);
    if (draft && hasWork(draft)) thrown(desk, kept(draft, tool));
}

/** Throws a draft that was kept aside away; that can be taken back. @param {Desk} desk @param {Draft} draft */
export function forget(desk, draft) {
    desk.set({ parked: desk.state.parked.filter((each) => each !== draft) });
    thrown(desk, draft);
}

/** @param {Desk} desk @param {Draft} draft */
function thrown(desk, draft) {
    tell(desk, 'discarded', { zh: '已放弃草稿。', en: 'The draft was thrown away.' }, { undo: () => resume(desk, draft) });
}
