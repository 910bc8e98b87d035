import { placeOfBox } from './place.js';
import { attempt } from './problems.js';
import { key } from './plots.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** What several plots count together. @typedef {import('./types.js').LedgerLine & {plots: number, bbox: [number, number, number, number]|null}} Together */

/** Of more plots only the sums are told. */
export const MOST = 500;

/** Brings all that is selected before the person. @param {Desk} desk */
export function fit(desk) {
    const bbox = desk.state.together?.bbox;
    if (bbox) desk.goTo(placeOfBox(bbox));
}

/** Asks what the selected plots count together; an answer to an earlier selection is dropped. @param {Desk} desk */
export async function count(desk) {
    const { selection } = desk.state;
    if (selection.length < 2) return desk.set({ together: null });
    const together = await attempt(desk, async () => (selection.length <= MOST
        ? desk.api.accounts(selection.map(key))
        : { ...(await desk.api.plots.some(selection)), grossLengthM: 0, overlaps: [], contributions: [], bbox: null }));
    if (desk.state.selection === selection) desk.set({ together });
}
