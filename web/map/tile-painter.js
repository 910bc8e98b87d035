import { groupOf, paintOf } from '../model/paint.js';
import { beltOutline } from './belt.js';
import { patternOf } from './tile-style.js';

/** @typedef {import('../model/types.js').Layer} Layer */
/** @typedef {import('./tile-decoder.js').DecodedTile} DecodedTile */
/** @typedef {import('./tile-decoder.js').TileFeature} TileFeature */
/** @typedef {import('../model/paint.js').Paint} Paint */
/** @typedef {{layer: Layer, tile: DecodedTile, opacity: number}} Sheet */

/** So many features in one stroke of the brush: a path costs more with each corner it has already. */
const STROKE = 100;

/** Width of a stripe across a line, CSS pixels. */
const STRIPE = 1.5;

/**
 * Paints a tile: the sheets from the lowest to the highest, features of one look in one stroke of the brush.
 * @param {HTMLCanvasElement} canvas @param {Sheet[]} sheets @param {number} size CSS pixels
 * @param {{dark: boolean, ground: string, lens: import('../model/lens.js').Lens, hidden: string|null, metre: number}} look `ground`: the colour under everything; `lens`: by what plots are coloured; `hidden`: the feature being edited, painted by the editor
 *   itself; `metre`: its length here in CSS pixels
 */
export function paintTile(canvas, sheets, size, look) {
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    const ctx = fresh(canvas, size, ratio);
    for (const { layer, tile, opacity } of sheets) {
        const scale = (size * ratio) / tile.extent;
        const hidden = look.hidden?.startsWith(`${layer.id}:`) ? Number(look.hidden.split(':')[1]) : -1;
        /** @type {Map<string, TileFeature[]>} */
        const groups = new Map();
        for (const feature of tile.features) {
            if (feature.id === hidden) continue;
            const group = groupOf(feature, look.lens);
            const list = groups.get(group);
            if (list) list.push(feature);
            else groups.set(group, [feature]);
        }
        for (const features of groups.values()) {
            if (layer.belt && features[0].type === 2) paintBelts(ctx, features, layer, { scale, opacity, metre: look.metre * ratio, look });
            const paint = paintOf(layer, features[0], look.dark, look.lens);
            for (let i = 0; i < features.length; i += STROKE) paintGroup(ctx, features.slice(i, i + STROKE), paint, { scale, ratio, opacity, ground: look.ground });
        }
    }
}

/** @param {HTMLCanvasElement} canvas @param {number} size @param {number} ratio */
function fresh(canvas, size, ratio) {
    const pixels = Math.round(size * ratio);
    if (canvas.width !== pixels) canvas.width = canvas.height = pixels;
    const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    ctx.clearRect(0, 0, pixels, pixels);
    ctx.lineJoin = ctx.lineCap = 'round';
    return ctx;
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {TileFeature[]} features @param {Paint} paint
 * @param {{scale: number, ratio: number, opacity: number, ground: string}} to `ground`: the colour of the map under everything
 */
function paintGroup(ctx, features, paint, { scale, ratio, opacity, ground }) {
    const { type, tags } = features[0];
    ctx.beginPath();
    for (const feature of features) trace(ctx, feature, scale, (paint.width * ratio) / 2);
    if (type !== 2 && paint.fill) {
        ctx.globalAlpha = opacity * paint.fillOpacity;
        ctx.fillStyle = paint.fill;
        ctx.fill();
        for (const pattern of [paint.pattern, tags.illustrative && type === 3 ? 'sparse' : 'none'].filter((p) => p !== 'none')) {
            ctx.globalAlpha = opacity * (pattern === 'sparse' ? 0.18 : paint.patternOpacity ?? 0.55);
            ctx.fillStyle = patternOf(ctx, pattern, paint.stroke, ratio) ?? paint.fill;
            ctx.fill();
        }
    }
    ctx.globalAlpha = opacity * paint.strokeOpacity;
    ctx.strokeStyle = paint.stroke;
    ctx.lineWidth = (type === 1 ? 1.5 : paint.width) * ratio;
    ctx.setLineDash(type === 1 ? [] : paint.dash.map((d) => d * ratio));
    ctx.stroke();
    if (tags.illustrative && (type === 2 || !paint.fill)) stripeLine(ctx, { ratio, opacity, ground });
}

/**
 * The stripes of an illustration across its line: gaps in the colour of the ground, for a line has no room for a pattern.
 * @param {CanvasRenderingContext2D} ctx @param {{ratio: number, opacity: number, ground: string}} to
 */
function stripeLine(ctx, { ratio, opacity, ground }) {
    ctx.globalAlpha = opacity * 0.75;
    ctx.strokeStyle = ground;
    ctx.lineCap = 'butt';
    ctx.setLineDash([STRIPE * ratio, 5 * STRIPE * ratio]);
    ctx.stroke();
    ctx.lineCap = 'round';
}

/**
 * The ground a corridor takes to the left and right of its line, where the tile tells the widths.
 * @param {CanvasRenderingContext2D} ctx @param {TileFeature[]} features @param {Layer} layer
 * @param {{scale: number, opacity: number, metre: number, look: {dark: boolean, lens: import('../model/lens.js').Lens}}} to
 */
function paintBelts(ctx, features, layer, { scale, opacity, metre, look }) {
    const { left, right } = /** @type {{left: string, right: string}} */ (layer.belt);
    const paint = paintOf(layer, features[0], look.dark, look.lens);
    ctx.beginPath();
    for (const { parts, tags } of features) {
        for (const part of parts) {
            const flat = part.map((v) => v * scale);
            for (const ring of beltOutline(flat, Number(tags[left] ?? 0) * metre, Number(tags[right] ?? 0) * metre)) {
                for (let i = 0; i < ring.length; i += 2) ctx[i ? 'lineTo' : 'moveTo'](ring[i], ring[i + 1]);
                ctx.closePath();
            }
        }
    }
    ctx.globalAlpha = opacity * paint.fillOpacity;
    ctx.fillStyle = paint.fill ?? paint.stroke;
    ctx.fill();
}

/** @param {CanvasRenderingContext2D} ctx @param {TileFeature} feature @param {number} scale @param {number} radius */
function trace(ctx, feature, scale, radius) {
    for (const part of feature.parts) {
        if (feature.type === 1) {
            for (let i = 0; i < part.length; i += 2) {
                ctx.moveTo(part[i] * scale + radius, part[i + 1] * scale);
                ctx.arc(part[i] * scale, part[i + 1] * scale, radius, 0, 2 * Math.PI);
            }
            continue;
        }
        ctx.moveTo(part[0] * scale, part[1] * scale);
        for (let i = 2; i < part.length; i += 2) ctx.lineTo(part[i] * scale, part[i + 1] * scale);
        if (feature.type === 3) ctx.closePath();
    }
}

/**
 * Paints what is pointed at and what is selected over a tile, on a canvas of its own, so that the tile itself stays as it is.
 * @param {HTMLCanvasElement} canvas @param {{feature: TileFeature, extent: number, strong: boolean}[]} marked
 * @param {number} size CSS pixels @param {string} colour
 */
export function paintMarks(canvas, marked, size, colour) {
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    const ctx = fresh(canvas, size, ratio);
    for (const { feature, extent, strong } of marked) {
        ctx.beginPath();
        trace(ctx, feature, (size * ratio) / extent, 7 * ratio);
        ctx.fillStyle = ctx.strokeStyle = colour;
        ctx.globalAlpha = strong ? 0.12 : 0.08;
        if (feature.type === 3) ctx.fill();
        ctx.globalAlpha = strong ? 1 : 0.6;
        ctx.lineWidth = (strong ? 3 : 2) * ratio;
        ctx.stroke();
    }
}
