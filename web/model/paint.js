/** @typedef {import('./types.js').Layer} Layer */
/** @typedef {{type: 1|2|3, tags: Record<string, any>}} Painted */

/**
 * How one kind of feature is painted. Widths and dashes in CSS pixels.
 * @typedef {{fill: string|null, fillOpacity: number, stroke: string, strokeOpacity: number, width: number, dash: number[], pattern: string}} Paint
 */

/** Stroke by status: the firmer the decision, the firmer the line. */
export const STATUS = /** @type {Record<string, {dash: number[], width: number, fill: number}>} */ ({
    completed: { dash: [], width: 1.6, fill: 1.3 },
    under_construction: { dash: [10, 3], width: 1.35, fill: 1.1 },
    approved: { dash: [6, 3], width: 1.1, fill: 0.9 },
    proposed: { dash: [3, 3], width: 1, fill: 0.7 },
});

/** Features painted alike are painted at once; this names their group. @param {Painted} feature */
export function groupOf(feature) {
    return `${feature.type}|${feature.tags.status ?? ''}|${feature.tags.illustrative ? 1 : 0}`;
}

/** @param {Layer} layer @param {Painted} feature @param {boolean} dark @returns {Paint} */
export function paintOf(layer, feature, dark) {
    const { style } = layer;
    const status = layer.role === 'adds green' ? STATUS[feature.tags.status] : undefined;
    // On dark ground everything but the programme itself steps back.
    const quiet = dark && layer.role !== 'adds green' && layer.role !== 'figure' ? 0.4 : 1;
    return {
        fill: style.fill,
        fillOpacity: Math.min(0.9, style.fillOpacity * (status?.fill ?? 1) * quiet * (feature.tags.illustrative ? 0.85 : 1)),
        stroke: style.stroke,
        strokeOpacity: quiet < 1 ? 0.65 : 1,
        width: style.width * (status?.width ?? 1),
        dash: status && feature.type === 3 ? status.dash : style.dash,
        pattern: style.pattern ?? 'none',
    };
}
