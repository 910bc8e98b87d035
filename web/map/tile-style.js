/** @typedef {import('../model/types.js').Layer} Layer */
/** @typedef {import('./tile-decoder.js').TileFeature} TileFeature */

/**
 * How one kind of feature is painted. Widths and dashes in CSS pixels.
 * @typedef {{fill: string|null, fillOpacity: number, stroke: string, width: number, dash: number[], pattern: string}} Paint
 */

/** Stroke by status: the firmer the decision, the firmer the line. */
const STATUS = /** @type {Record<string, {dash: number[], width: number, fill: number}>} */ ({
    completed: { dash: [], width: 1.6, fill: 1.3 },
    under_construction: { dash: [10, 3], width: 1.35, fill: 1.1 },
    approved: { dash: [6, 3], width: 1.1, fill: 0.9 },
    proposed: { dash: [3, 3], width: 1, fill: 0.7 },
});

/** Features painted alike are painted at once; this names their group. @param {TileFeature} feature */
export function groupOf(feature) {
    return `${feature.type}|${feature.tags.status ?? ''}|${feature.tags.illustrative ? 1 : 0}`;
}

/** @param {Layer} layer @param {TileFeature} feature @param {boolean} dark @returns {Paint} */
export function paintOf(layer, feature, dark) {
    const { style } = layer;
    const status = layer.role.startsWith('adds') || layer.role === 'adds_green' ? STATUS[feature.tags.status] : undefined;
    const quiet = dark && !status ? 0.4 : 1;
    return {
        fill: style.fill,
        fillOpacity: Math.min(0.9, style.fillOpacity * (status?.fill ?? 1) * quiet * (feature.tags.illustrative ? 0.85 : 1)),
        stroke: style.stroke,
        width: style.width * (status?.width ?? 1),
        dash: status && feature.type === 3 ? status.dash : style.dash,
        pattern: style.pattern ?? 'none',
    };
}

/** @type {Map<string, CanvasPattern|null>} */
const patterns = new Map();

/**
 * A pattern that continues over tile borders: its size divides the tile's.
 * @param {CanvasRenderingContext2D} ctx @param {string} kind `hatch`, `cross`, `dots` or `sparse`
 * @param {string} colour @param {number} ratio device pixels for each CSS pixel
 */
export function patternOf(ctx, kind, colour, ratio) {
    const key = `${kind} ${colour} ${ratio}`;
    let pattern = patterns.get(key);
    if (pattern === undefined) {
        pattern = ctx.createPattern(swatch(kind, colour, ratio), 'repeat');
        patterns.set(key, pattern);
    }
    return pattern;
}

/** @param {string} kind @param {string} colour @param {number} ratio */
function swatch(kind, colour, ratio) {
    const size = (kind === 'sparse' ? 16 : 8) * ratio;
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Math.max(1, Math.round(size));
    const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    ctx.strokeStyle = ctx.fillStyle = colour;
    ctx.lineWidth = ratio;
    ctx.beginPath();
    if (kind === 'dots') {
        ctx.arc(size / 2, size / 2, ratio, 0, 2 * Math.PI);
        ctx.fill();
        return canvas;
    }
    for (const shift of [-size, 0, size]) {
        ctx.moveTo(shift, size);
        ctx.lineTo(shift + size, 0);
        if (kind === 'cross') {
            ctx.moveTo(shift, 0);
            ctx.lineTo(shift + size, size);
        }
    }
    ctx.stroke();
    return canvas;
}
