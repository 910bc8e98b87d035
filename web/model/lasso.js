import { attempt, tell } from './problems.js';

/** @typedef {import('./desk.js').Desk} Desk */

/** Selects the plots that lie in what was drawn around them: their sums stand in the panel. @param {Desk} desk @param {[number, number][]} corners */
export async function caught(desk, corners) {
    const geometry = { type: 'Polygon', coordinates: [[...corners, corners[0]]] };
    /** @type {{plots: import('./types.js').Ref[]}|null} */
    const found = await attempt(desk, () => desk.api.reshape('inside', { geometry }));
    if (!found) return;
    desk.set({ tool: 'select', hand: null });
    if (found.plots.length === 0) tell(desk, 'lasso', { zh: '套索里没有地块：过半面积在里面的地块才会选中。', en: 'No plot lies in the lasso with more than half of itself.' });
    else await desk.select(found.plots);
}
