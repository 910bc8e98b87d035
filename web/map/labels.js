import { L } from './leaflet.js';
import { labelPlace } from './tile-hit.js';

/** @typedef {import('./tile-layer.js').PlanTiles} PlanTiles */
/** @typedef {{text: string, x: number, y: number, width: number, rank: number}} Label */

const LEAST_WIDTH_PX = 36;
const MOST = 300;
const FONT = '12px system-ui, "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif';

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
        ctx.font = FONT;
        ctx.textAlign = 'center';
        ctx.textBaseline = 'middle';
        ctx.lineJoin = 'round';
        ctx.lineWidth = 3;
        ctx.strokeStyle = this.tiles.dark ? 'rgba(20,26,23,0.85)' : 'rgba(255,255,255,0.85)';
        ctx.fillStyle = this.tiles.dark ? '#dfe8e1' : '#24312a';
        this.#write(ctx, this.#candidates(size));
    }

    /** @param {CanvasRenderingContext2D} ctx @param {Label[]} labels */
    #write(ctx, labels) {
        /** @type {{x0: number, y0: number, x1: number, y1: number}[]} */
        const taken = [];
        for (const { text, x, y, width } of labels) {
            const half = ctx.measureText(text).width / 2 + 3;
            const box = { x0: x - half, y0: y - 8, x1: x + half, y1: y + 8 };
            const clash = taken.some((t) => t.x0 < box.x1 && box.x0 < t.x1 && t.y0 < box.y1 && box.y0 < t.y1);
            if (half * 2 > width * 1.6 || clash) continue;
            taken.push(box);
            ctx.strokeText(text, x, y);
            ctx.fillText(text, x, y);
        }
    }

    /** One label for each feature, from the tile that shows most of it; plots first. @param {Leaflet.Point} size @returns {Label[]} */
    #candidates(size) {
        const origin = this._map.getPixelBounds().min ?? L.point(0, 0);
        const zoom = this._map.getZoom();
        /** @type {Map<string, Label>} */
        const best = new Map();
        for (const { coords, sheets } of this.tiles.tiles.values()) {
            if (coords.z !== zoom) continue;
            for (const { layer, tile } of sheets.filter((s) => s.layer.style.fill !== null)) {
                const scale = 512 / tile.extent;
                for (const feature of tile.features) {
                    const text = feature.tags.label;
                    if (this.tiles.hidden === `${layer.id}:${feature.id}`) continue;
                    if (!text || feature.type !== 3 || (feature.box[2] - feature.box[0]) * scale < LEAST_WIDTH_PX) continue;
                    const place = labelPlace(feature);
                    if (!place) continue;
                    const [x, y] = [coords.x * 512 + place.x * scale - origin.x, coords.y * 512 + place.y * scale - origin.y];
                    if (x < 0 || y < 0 || x > size.x || y > size.y) continue;
                    const key = `${layer.id}:${feature.id}`;
                    const width = place.width * scale;
                    const rank = layer.role.startsWith('adds') ? 1e6 : 0;
                    if (width > (best.get(key)?.width ?? 0)) best.set(key, { text: String(text), x, y, width, rank });
                }
            }
        }
        return [...best.values()].sort((a, b) => b.rank + b.width - a.rank - a.width).slice(0, MOST);
    }
}
