import { colourOf, firmer } from './lens.js';

/** @typedef {import('./types.js').Layer} Layer */
/** @typedef {import('./lens.js').Lens} Lens */
/** @typedef {{type: 1|2|3, tags: Record<string, any>}} Painted */

/**
 * How one kind of feature is painted. Widths and dashes in CSS pixels.
 * @typedef {{fill: string|null, fillOpacity: number, stroke: string, strokeOpacity: number, width: number, dash: number[], pattern: string, patternOpacity?: number}} Paint
 */

/** Strokes and patterns of statuses, the most advanced first: the firmer the decision, the firmer the line and the fuller the ground. */
const STEPS = [
    { dash: [], width: 1.6, fill: 1.3, pattern: 'none' },
    { dash: [10, 3], width: 1.35, fill: 1.1, pattern: 'lines' },
    { dash: [6, 3], width: 1.1, fill: 0.9, pattern: 'hatch' },
    { dash: [3, 3], width: 1, fill: 0.7, pattern: 'dots' },
];

/** How firmly plots are filled that are coloured by what they are at. */
const PLOT_OPACITY = 0.8;
/** What is no plot steps back: the roles that do so on light ground, and all of them on dark. @type {Record<string, number>} */
const QUIET = { context: 0.55, constraint: 0.7, baseline: 0.8 };
const DARK_QUIET = 0.4;

/**
 * The stroke of a status by its place among those of the plan.
 * @param {string[]} statuses codes, the most advanced first @param {unknown} status
 */
export function strokeOf(statuses, status) {
    const place = statuses.indexOf(String(status));
    if (place < 0) return undefined;
    return STEPS[Math.round((place * (STEPS.length - 1)) / Math.max(1, statuses.length - 1))];
}

/** What lies behind the programme keeps its pattern, but whispers it, most of all on dark ground. @type {Record<string, [number, number]>} */
const WHISPER = { context: [0.4, 0.2], baseline: [0.45, 0.25] };

/** Features painted alike are painted at once; this names their group. @param {Painted} feature @param {Lens} lens */
export function groupOf(feature, { by }) {
    return `${feature.type}|${feature.tags.status ?? ''}|${feature.tags.illustrative ? 1 : 0}|${feature.tags[by] ?? ''}`;
}

/** @param {Layer} layer @param {Painted} feature @param {boolean} dark @param {Lens} lens by what plots are coloured @returns {Paint} */
export function paintOf(layer, feature, dark, lens) {
    const { style } = layer;
    const plot = layer.role === 'adds green';
    const status = plot ? strokeOf(lens.statuses, feature.tags.status) : undefined;
    // Everything but the programme itself steps back.
    const quiet = plot || layer.role === 'figure' ? 1 : dark ? DARK_QUIET : QUIET[layer.role] ?? 1;
    const faint = feature.tags.illustrative ? 0.85 : 1;
    const own = plot && lens.by !== 'layer' ? colourOf(lens, feature.tags) : null;
    return {
        fill: own ?? style.fill,
        fillOpacity: own ? PLOT_OPACITY : Math.min(0.9, style.fillOpacity * (status?.fill ?? 1) * quiet * faint),
        stroke: own ? firmer(own, dark ? 1 : 0.7) : style.stroke,
        strokeOpacity: quiet < 1 ? 0.65 : 1,
        width: style.width * (status?.width ?? 1),
        dash: status && feature.type === 3 ? status.dash : style.dash,
        patternOpacity: WHISPER[layer.role]?.[dark ? 1 : 0] ?? 0.55,
        pattern: own ? (lens.by === 'status' && status?.pattern) || 'none' : style.pattern ?? 'none',
    };
}
