import { attempt } from './problems.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** The plots of the list beside the map. @typedef {import('../api-plots.js').Sums & {rows: import('./types.js').Row[]}} PlotList */

/** So many plots are listed; of more the sums are told. */
export const MOST_LISTED = 100;

/** Which plots lie in a part of the map, those that count most first. @param {[number, number, number, number]} box degrees */
export const questionOf = (box) => ({ box: box.map((degrees) => degrees.toFixed(6)).join(','), sort: '-net' });

/** The plots that are selected, or else those in sight. @param {Desk} desk @returns {Promise<PlotList|null>} */
export function listed(desk) {
    const { selection, view } = desk.state;
    return attempt(desk, async () => {
        if (selection.length > 1) return desk.api.plots.some(selection);
        return view?.box ? desk.api.plots.page(questionOf(view.box), 0, MOST_LISTED) : null;
    });
}
