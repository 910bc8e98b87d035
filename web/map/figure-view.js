import { key } from '../model/plots.js';

/** @typedef {import('../model/types.js').Layer} Layer */

const STYLE = { fill: '#1f8a4c', fillOpacity: 0.85, stroke: '#0f5b30', width: 1.2, dash: [], pattern: 'none', minZoom: 0, order: 1000 };

/**
 * The polygons that make one number of the report, and only those: what counts of each plot behind it.
 * @param {import('../model/types.js').Plan} plan @param {import('../model/figure.js').Alone|null} figure
 * @returns {import('./tile-layer.js').Shown[]}
 */
export function figureSheets(plan, figure) {
    if (!figure) return [];
    const layer = /** @type {Layer} */ ({ id: 'net', title: plan.title, geometry: 'polygon', role: 'figure', order: 1000, label: '', style: STYLE, attributes: [], count: figure.plots, version: plan.lastChangeset });
    return [{ layer, opacity: 1, ...(figure.all ? {} : { only: new Set(figure.refs.map(key)) }) }];
}
