import { lensOf } from '../model/lens.js';
import { L } from './leaflet.js';
import { hits } from './tile-hit.js';
import { paintMarks, paintTile } from './tile-painter.js';
import { TileStore } from './tile-store.js';

/** @typedef {import('../model/types.js').Layer} Layer */
/** @typedef {import('../model/types.js').Ref} Ref */
/** @typedef {import('./tile-painter.js').Sheet} Sheet */
/** @typedef {{layer: Layer, opacity: number, only?: Set<string>}} Shown `only` these features, where it is given */
/** @typedef {{root: HTMLElement, base: HTMLCanvasElement, marks: HTMLCanvasElement, place: {x: number, y: number, z: number},
 *   coords: Leaflet.Coords, sheets: Sheet[], turn: number}} Tile */

const SIZE = 512;
const REACH_PX = 6;
/** So long of a frame may go into painting tiles, ms. */
const PAINT_MS = 8;
/** The same until the plan is seen for the first time: nobody drags a map that is not there. */
const FIRST_PAINT_MS = 48;
const EQUATOR_M = 40075016.686;

/** The plan as vector tiles, painted on canvas: any number of features, one canvas for each 512 pixels. */
export class PlanTiles extends L.GridLayer {
    /** @type {Shown[]} from the lowest to the highest */
    shown = [];
    dark = false;
    /** The colour under everything, which the stripes across an illustrative line show. */
    ground = '#ffffff';
    /** By what plots are coloured. @type {import('../model/lens.js').Lens} */
    lens = lensOf(null, 'layer', false);
    /** @type {string|null} */
    hidden = null;
    /** @type {Set<string>} */
    selected = new Set();
    /** @type {string|null} */
    hovered = null;
    /** What is selected (true) or pointed at (false), by layer and number. @type {Map<string, Map<number, boolean>>} */
    marked = new Map();
    store = new TileStore();
    /** @type {Map<HTMLElement, Tile>} */
    tiles = new Map();
    /** The frame that tiles are being painted in, and when that began, ms. */
    frame = 0;
    begun = -Infinity;
    paintMs = FIRST_PAINT_MS;

    constructor() {
        super({ tileSize: SIZE, minZoom: 1, maxZoom: 22, keepBuffer: 1, updateWhenZooming: false });
        this.on('tileunload', (/** @type {any} */ e) => this.tiles.delete(e.tile));
        this.on('load', () => {
            if (this.shown.length > 0) this.paintMs = PAINT_MS;
        });
    }

    /** @param {Leaflet.Coords} coords @param {Leaflet.DoneCallback} done */
    createTile(coords, done) {
        const root = document.createElement('div');
        const [base, marks] = [canvasIn(root), canvasIn(root)];
        // A tile of 512 pixels at zoom z is the square of zoom z − 1 in the usual numbering.
        const place = { x: coords.x, y: coords.y, z: coords.z - 1 };
        /** @type {Tile} */
        const tile = { root, base, marks, place, coords, sheets: [], turn: 0 };
        this.tiles.set(root, tile);
        void this.#load(tile).then(() => done(undefined, root), (problem) => done(problem, root));
        return root;
    }

    /** What is to be seen; tiles are painted over only when their data is here, so nothing flickers. @param {Shown[]} shown */
    show(shown) {
        this.shown = shown;
        for (const tile of this.tiles.values()) void this.#load(tile).catch(() => {});
    }

    /** Paints again from what is already here. */
    repaint() {
        for (const tile of this.tiles.values()) this.#paint(tile);
    }

    /** @param {string|null} hidden the feature the editor paints itself */
    hide(hidden) {
        if (hidden === this.hidden) return;
        this.hidden = hidden;
        this.repaint();
        this.fire('painted');
    }

    /** @param {Set<string>} selected @param {string|null} hovered */
    mark(selected, hovered) {
        if (hovered === this.hovered && selected === this.selected) return;
        this.selected = selected;
        this.hovered = hovered;
        this.marked = marksOf(selected, hovered);
        for (const tile of this.tiles.values()) this.#paintMarks(tile);
    }

    /** @param {Tile} tile */
    async #load(tile) {
        const turn = ++tile.turn;
        const zoom = tile.coords.z;
        const wanted = this.shown.filter(({ layer }) => layer.count > 0).filter(({ layer }) => zoom >= layer.style.minZoom);
        const sheets = await Promise.all(
            wanted.map(async ({ layer, opacity, only }) => {
                const data = await this.store.get(layer.id, layer.version, tile.place);
                return { layer, opacity, tile: only ? sifted(data, only) : data };
            }),
        );
        await this.#frame();
        // Something newer may have been asked for meanwhile.
        if (turn !== tile.turn) return;
        tile.sheets = sheets;
        this.#paint(tile);
        this.fire('painted');
    }

    /** Waits for a frame with time left: a map full of shapes must not hold the hand up. */
    async #frame() {
        while (performance.now() - this.begun > this.paintMs) {
            const frame = await new Promise((next) => requestAnimationFrame(next));
            if (frame === this.frame) continue;
            this.frame = frame;
            this.begun = performance.now();
        }
    }

    /** @param {Tile} tile */
    #paint(tile) {
        paintTile(tile.base, tile.sheets, SIZE, { dark: this.dark, ground: this.ground, lens: this.lens, hidden: this.hidden, metre: metreAt(tile.coords) });
        this.#paintMarks(tile);
    }

    /** @param {Tile} tile */
    #paintMarks(tile) {
        if (this.selected.size === 0 && !this.hovered && !tile.marks.dataset.used) return;
        const marked = [];
        for (const { layer, tile: data } of tile.sheets) {
            const wanted = this.marked.get(layer.id);
            if (!wanted) continue;
            for (const feature of data.features) {
                const strong = wanted.get(feature.id);
                if (strong === undefined || `${layer.id}:${feature.id}` === this.hidden) continue;
                marked.push({ feature, extent: data.extent, strong });
            }
        }
        if (marked.length === 0 && !tile.marks.dataset.used) return;
        tile.marks.dataset.used = marked.length ? 'yes' : '';
        paintMarks(tile.marks, marked, SIZE, this.dark ? '#ffd54a' : '#d9480f');
    }

    /**
     * The features at a place, the topmost first.
     * @param {Leaflet.LatLng} latlng @returns {(Ref & {label: string})[]}
     */
    at(latlng) {
        const zoom = Math.round(this._map.getZoom());
        const point = this._map.project(latlng, zoom);
        const [tx, ty] = [Math.floor(point.x / SIZE), Math.floor(point.y / SIZE)];
        const tile = [...this.tiles.values()].find((t) => t.coords.z === zoom && t.coords.x === tx && t.coords.y === ty);
        const found = [];
        for (const { layer, tile: data } of tile?.sheets ?? []) {
            const grid = data.extent / SIZE;
            const [x, y] = [(point.x - tx * SIZE) * grid, (point.y - ty * SIZE) * grid];
            const reach = grid * (layer.geometry === 'point' ? layer.style.width / 2 + 2 : REACH_PX);
            const filled = layer.style.fill !== null;
            for (const feature of data.features) {
                if (!hits(feature, x, y, reach, filled)) continue;
                found.push({ layer: String(feature.tags.layer ?? layer.id), id: feature.id, label: String(feature.tags.label ?? '') });
            }
        }
        return found.reverse();
    }
}

/** @param {Set<string>} selected @param {string|null} hovered @returns {Map<string, Map<number, boolean>>} */
function marksOf(selected, hovered) {
    const marks = new Map();
    for (const key of hovered && !selected.has(hovered) ? [...selected, hovered] : selected) {
        const [layer, id] = key.split(':');
        marks.set(layer, (marks.get(layer) ?? new Map()).set(Number(id), key !== hovered || selected.has(key)));
    }
    return marks;
}

/** @param {import('./tile-decoder.js').DecodedTile} tile @param {Set<string>} only */
function sifted({ extent, features }, only) {
    return { extent, features: features.filter((f) => only.has(`${f.tags.layer}:${f.id}`)) };
}

/** How long a metre is in a tile, in CSS pixels. @param {Leaflet.Coords} coords */
function metreAt({ y, z }) {
    const across = (256 * 2 ** z) / SIZE;
    const lat = Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + 0.5)) / across)));
    return (256 * 2 ** z) / (EQUATOR_M * Math.cos(lat));
}

/** @param {HTMLElement} root */
function canvasIn(root) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 0;
    Object.assign(canvas.style, { position: 'absolute', inset: '0', width: `${SIZE}px`, height: `${SIZE}px` });
    return root.appendChild(canvas);
}
