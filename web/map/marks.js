import { colourOf } from '../model/lens.js';

/** What is smaller than this on the screen would not be seen: it gets a mark of this size, CSS pixels. */
export const LEAST_PX = 8;
const MOST = 4000;

/** @typedef {import('./tile-layer.js').PlanTiles} PlanTiles */
/** @typedef {{x: number, y: number, colour: string}} Mark */

/**
 * The plots that are too small to be seen as they are, once each.
 * @param {PlanTiles} tiles @param {{left: (x: number) => number, top: (y: number) => number, scale: number, zoom: number}} to from tiles to the screen
 * @returns {Mark[]}
 */
export function marksOf(tiles, { left, top, scale, zoom }) {
    /** @type {Map<string, Mark>} */
    const marks = new Map();
    for (const { coords, sheets } of tiles.tiles.values()) {
        if (coords.z !== zoom) continue;
        for (const { layer, tile, opacity } of sheets) {
            if (layer.role !== 'adds green' || layer.geometry === 'point' || opacity === 0) continue;
            const px = (512 / tile.extent) * scale;
            for (const feature of tile.features) {
                const [west, north, east, south] = feature.box;
                const key = `${layer.id}:${feature.id}`;
                if (Math.max(east - west, south - north) * px >= LEAST_PX || marks.has(key) || key === tiles.hidden) continue;
                if (marks.size >= MOST) return [...marks.values()];
                const [x, y] = [left(coords.x) + ((west + east) / 2) * px, top(coords.y) + ((north + south) / 2) * px];
                marks.set(key, { x, y, colour: colourOf(tiles.lens, feature.tags) });
            }
        }
    }
    return [...marks.values()];
}

/** @param {CanvasRenderingContext2D} ctx @param {Mark[]} marks @param {string} rim */
export function paintPlotMarks(ctx, marks, rim) {
    for (const { x, y, colour } of marks) {
        ctx.beginPath();
        ctx.arc(x, y, LEAST_PX / 2, 0, 2 * Math.PI);
        ctx.fillStyle = colour;
        ctx.fill();
        ctx.lineWidth = 1;
        ctx.strokeStyle = rim;
        ctx.stroke();
    }
}
