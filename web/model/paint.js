/** @typedef {import('./types.js').Layer} Layer */
/** @typedef {{type: 1|2|3, tags: Record<string, any>}} Painted */

/**
 * How one kind of feature is painted. Widths and dashes in CSS pixels.
 * @typedef {{fill: string|null, fillOpacity: number, stroke: string, strokeOpacity: number, width: number, dash: number[], pattern: string}} Paint
 */

/** Strokes of statuses, the most advanced first: the firmer the decision, the firmer the line. */
const STEPS = [
    { dash: [], width: 1.6, fill: 1.3 },
    { dash: [10, 3], width: 1.35, fill: 1.1 },
    { dash: [6, 3], width: 1.1, fill: 0.9 },
    { dash: [3, 3], width: 1, fill: 0.7 },
];

/**
 * The stroke of a status by its place among those of the plan.
 * @param {string[]} statuses codes, the most advanced first @param {unknown} status
 */
export function strokeOf(statuses, status) {
    const place = statuses.indexOf(String(status));
    if (place < 0) return undefined;
    return STEPS[Math.round((place * (STEPS.length - 1)) / Math.max(1, statuses.length - 1))];
}

/** Features painted alike are painted at once; this names their group. @param {Painted} feature */
export function groupOf(feature) {
    return `${feature.type}|${feature.tags.status ?? ''}|${feature.tags.illustrative ? 1 : 0}`;
}

/** @param {Layer} layer @param {Painted} feature @param {boolean} dark @param {string[]} statuses codes, the most advanced first @returns {Paint} */
export function paintOf(layer, feature, dark, statuses) {
    const { style } = layer;
    const status = layer.role === 'adds green' ? strokeOf(statuses, feature.tags.status) : undefined;
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
