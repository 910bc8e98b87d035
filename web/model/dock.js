/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {'layers'|'plots'|'findings'|'water'} Tab */

/** What the dock at the left can show, in the order of its tabs. */
export const TABS = /** @type {const} */ (['layers', 'plots', 'findings', 'water']);

/** The tab whose panel is in sight: the water has a life of its own, the others are only shown. @param {Readonly<import('./types.js').State>} state @returns {Tab|null} */
export const tabOf = ({ water, dock }) => (water ? 'water' : dock);

/** Shows a tab's panel; the one that is shown already is put away. @param {Desk} desk @param {Tab} tab */
export function turnTo(desk, tab) {
    const shown = tabOf(desk.state) === tab;
    if (desk.state.water) desk.closeWater();
    if (tab === 'water' && !shown) void desk.openWater();
    else desk.set({ dock: shown ? null : tab });
}
