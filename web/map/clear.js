/** @typedef {{left: number, top: number, right: number, bottom: number}} Box pixels, from the top left corner of the map */

/** What floats over the map. */
const PANELS = '.top, .tools, .left .panel, .draw-layer, .table, .status, .behind, gp-inspector .card, gp-intake .card, gp-programme .card, gp-new-plan .card, .scan';
/** Room between what is looked at and the panels. */
const AIR_PX = 24;
/** Less room than this share of the map is none: then what is looked at lies under the panels. */
const LEAST_SHARE = 0.2;

/**
 * The part of the map that no panel covers. Each panel is cleared by the edge that costs least.
 * @param {{x: number, y: number}} size @param {Box[]} panels @returns {Box}
 */
export function clearOf({ x, y }, panels) {
    const clear = { left: 0, top: 0, right: x, bottom: y };
    for (const panel of panels) {
        if (panel.right <= panel.left || panel.bottom <= panel.top) continue;
        const costs = /** @type {[keyof Box, number, number][]} */ ([
            ['left', panel.right, panel.right - clear.left],
            ['right', panel.left, clear.right - panel.left],
            ['top', panel.bottom, panel.bottom - clear.top],
            ['bottom', panel.top, clear.bottom - panel.top],
        ]);
        const [edge, at, cost] = costs.reduce((best, each) => (each[2] < best[2] ? each : best));
        if (cost > 0) clear[edge] = at;
    }
    const roomy = clear.right - clear.left > x * LEAST_SHARE && clear.bottom - clear.top > y * LEAST_SHARE;
    if (!roomy) return { left: AIR_PX, top: AIR_PX, right: x - AIR_PX, bottom: y - AIR_PX };
    return { left: clear.left + AIR_PX, top: clear.top + AIR_PX, right: clear.right - AIR_PX, bottom: clear.bottom - AIR_PX };
}

/** The same of the page as it stands. @param {Leaflet.Map} map @returns {Box} */
export function clearPart(map) {
    const panels = [...document.querySelectorAll(PANELS)].map((panel) => panel.getBoundingClientRect());
    return clearOf(map.getSize(), panels);
}
