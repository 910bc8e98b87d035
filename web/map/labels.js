import { L } from './leaflet.js';
import { spotFor } from './label-places.js';
import { marksOf, paintPlotMarks } from './marks.js';

/** @typedef {import('./tile-layer.js').PlanTiles} PlanTiles */
/** @typedef {import('../model/types.js').Layer} Layer */
/** @typedef {import('./label-places.js').Spot & {text: string, layer: Layer, rank: number}} Label */
/** @typedef {{x0: number, y0: number, x1: number, y1: number}} Box */

const MOST = 300;
const FACE = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", system-ui, sans-serif';
/** What is named first where there is room for one name only. @type {Record<string, number>} */
const RANK = { 'adds green': 5, water: 4, baseline: 3, constraint: 2 };
/** Ink by role, for the light and the dark map. @type {Record<string, [string, string]>} */
const INK = { 'adds green': ['#174d2c', '#bfe6cb'], water: ['#2a6b96', '#9cc9e6'], constraint: ['#6b5d3a', '#d9cba2'] };
const PLAIN = /** @type {[string, string]} */ (['#5b665f', '#a9b5ad']);

/** Names of what is large enough on the screen to carry one, painted once over all tiles so that none is cut. */
export class Labels extends L.Layer {
    /** @param {PlanTiles} tiles */
    constructor(tiles) {
        super();
        this.tiles = tiles;
        this.canvas = document.createElement('canvas');
        this.canvas.className = 'leaflet-zoom-hide map-labels';
        this.canvas.style.pointerEvents = 'none';
        this.canvas.style.position = 'absolute';
        this.waiting = 0;
        /** Plots that are named though they are dimmed, and before all others. @type {Set<string>|null} */
        this.named = null;
    }

    /** @param {Leaflet.Map} map */
    onAdd(map) {
        /** @type {HTMLElement} */ (map.getPane('labels')).append(this.canvas);
        map.on('moveend zoomend resize', this.later, this);
        this.tiles.on('painted', this.later, this);
        return this;
    }

    later() {
        if (this.waiting) return;
        this.waiting = requestAnimationFrame(() => {
            this.waiting = 0;
            this.paint();
        });
    }

    paint() {
        const map = this._map;
        const size = map.getSize();
        const ratio = Math.min(3, window.devicePixelRatio || 1);
        this.canvas.width = size.x * ratio;
        this.canvas.height = size.y * ratio;
        Object.assign(this.canvas.style, { width: `${size.x}px`, height: `${size.y}px` });
        L.DomUtil.setPosition(this.canvas, map.containerPointToLayerPoint([0, 0]));
        const ctx = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext('2d'));
        ctx.scale(ratio, ratio);
        ctx.textBaseline = 'middle';
        ctx.lineJoin = 'round';
        const frame = this.#frame();
        paintPlotMarks(ctx, marksOf(this.tiles, frame), this.tiles.dark ? '#0d1f15' : '#ffffff');
        ctx.lineWidth = 3;
        ctx.strokeStyle = this.tiles.dark ? 'rgba(20,26,23,0.85)' : 'rgba(250,252,249,0.9)';
        this.#write(ctx, this.#candidates(size, frame));
    }

    /** @param {CanvasRenderingContext2D} ctx @param {Label[]} labels */
    #write(ctx, labels) {
        /** @type {Box[]} */
        const taken = [];
        for (const { text, x, y, room, angle, anchor, layer, rank } of labels) {
            const plot = layer.role === 'adds green';
            ctx.font = `${plot ? '500 12.5px' : '12px'} ${FACE}`;
            const long = ctx.measureText(text).width;
            const box = boxOf(x, y, long, angle, anchor);
            const free = !taken.some((t) => t.x0 < box.x1 && box.x0 < t.x1 && t.y0 < box.y1 && box.y0 < t.y1);
            const fits = anchor !== 'over' || rank === Infinity || long <= room * (layer.geometry === 'line' ? 0.9 : 1.4);
            if (!free || !fits) continue;
            taken.push(box);
            ctx.save();
            ctx.translate(x, y);
            ctx.rotate(angle);
            ctx.textAlign = anchor === 'beside' ? 'left' : 'center';
            ctx.fillStyle = (INK[layer.role] ?? PLAIN)[this.tiles.dark ? 1 : 0];
            ctx.strokeText(text, 0, 0);
            ctx.fillText(text, 0, 0);
            ctx.restore();
        }
    }

    /** How places of tiles come to the screen: tiles are of a whole zoom, the screen may lie between two. */
    #frame() {
        const origin = this._map.getPixelBounds().min ?? L.point(0, 0);
        const zoom = Math.round(this._map.getZoom());
        const scale = 2 ** (this._map.getZoom() - zoom);
        const at = (/** @type {number} */ tile, /** @type {number} */ from) => tile * 512 * scale - from;
        return { zoom, scale, left: (/** @type {number} */ x) => at(x, origin.x), top: (/** @type {number} */ y) => at(y, origin.y) };
    }

    /** One label for each feature, from the tile that shows most of it; plots first. @param {Leaflet.Point} size @param {{zoom: number, scale: number, left: (x: number) => number, top: (y: number) => number}} frame @returns {Label[]} */
    #candidates(size, { zoom, scale, left: leftOf, top: topOf }) {
        /** @type {Map<string, Label>} */
        const best = new Map();
        for (const { coords, sheets } of this.tiles.tiles.values()) {
            if (coords.z !== zoom) continue;
            const [left, top] = [leftOf(coords.x), topOf(coords.y)];
            for (const { layer, tile, opacity } of sheets) {
                const dim = opacity < 0.4;
                if ((dim && !this.named) || layer.role === 'boundary' || layer.role === 'zone' || (layer.geometry === 'polygon' && layer.style.fill === null)) continue;
                for (const feature of tile.features) {
                    const text = feature.tags.label;
                    const spot = text ? spotFor(layer, feature, (512 * scale) / tile.extent) : null;
                    const key = `${layer.id}:${feature.id}`;
                    const named = this.named?.has(key) ?? false;
                    if (!spot || (dim && !named)) continue;
                    const rank = named ? Infinity : (RANK[layer.role] ?? 1);
                    const [x, y] = [left + spot.x, top + spot.y];
                    if (x < 0 || y < 0 || x > size.x || y > size.y || key === this.tiles.hidden) continue;
                    if (spot.room > (best.get(key)?.room ?? 0)) best.set(key, { ...spot, x, y, text: String(text), layer, rank });
                }
            }
        }
        return [...best.values()].sort((a, b) => (b.rank === a.rank ? b.room - a.room : b.rank - a.rank)).slice(0, MOST);
    }
}

/** The upright box around a line of text. @param {number} x @param {number} y @param {number} long @param {number} angle @param {string} anchor @returns {Box} */
function boxOf(x, y, long, angle, anchor) {
    const wide = Math.abs(Math.cos(angle)) * (long / 2) + Math.abs(Math.sin(angle)) * 8 + 3;
    const high = Math.abs(Math.sin(angle)) * (long / 2) + Math.abs(Math.cos(angle)) * 8;
    const middle = anchor === 'beside' ? x + long / 2 : x;
    return { x0: middle - wide, y0: y - high, x1: middle + wide, y1: y + high };
}
