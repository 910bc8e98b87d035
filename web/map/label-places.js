import { labelPlace } from './tile-hit.js';

/** @typedef {import('../model/types.js').Layer} Layer */
/** @typedef {import('./tile-decoder.js').TileFeature} TileFeature */

/**
 * Where a name may stand, in a tile's CSS pixels. `room` is the length it should fit into; `anchor` tells on which side of the
 * place the text lies.
 * @typedef {{x: number, y: number, room: number, angle: number, anchor: 'over'|'under'|'beside'}} Spot
 */

const LEAST_WIDTH_PX = 36;
const LEAST_PLOT_PX = 9;
const LEAST_LINE_PX = 70;

/**
 * The best place for a feature's name within one tile, or null where it is too small to be named.
 * @param {Layer} layer @param {TileFeature} feature @param {number} scale CSS pixels for each unit of the tile's grid
 * @returns {Spot|null}
 */
export function spotFor(layer, feature, scale) {
    if (feature.type === 2) return alongLine(feature, scale);
    if (feature.type === 1) {
        const [x, y] = feature.parts[0];
        return { x: x * scale + layer.style.width / 2 + 5, y: y * scale, room: 60, angle: 0, anchor: 'beside' };
    }
    const [west, , east, south] = feature.box;
    const wide = (east - west) * scale;
    if (layer.role === 'adds green' && wide >= LEAST_PLOT_PX && wide < 2 * LEAST_WIDTH_PX) {
        return { x: ((west + east) / 2) * scale, y: south * scale + 10, room: wide, angle: 0, anchor: 'under' };
    }
    const place = wide >= LEAST_WIDTH_PX ? labelPlace(feature) : null;
    return place && { x: place.x * scale, y: place.y * scale, room: place.width * scale, angle: 0, anchor: 'over' };
}

/** The middle of the longest straight stretch of a line, never upside down. @param {TileFeature} feature @param {number} scale @returns {Spot|null} */
function alongLine(feature, scale) {
    /** @type {Spot|null} */
    let best = null;
    for (const part of feature.parts) {
        for (let i = 2; i < part.length; i += 2) {
            const [dx, dy] = [(part[i] - part[i - 2]) * scale, (part[i + 1] - part[i - 1]) * scale];
            const room = Math.hypot(dx, dy);
            if (room < LEAST_LINE_PX || room <= (best?.room ?? 0)) continue;
            const turned = Math.atan2(dy, dx);
            const angle = Math.abs(turned) > Math.PI / 2 ? turned - Math.sign(turned) * Math.PI : turned;
            best = { x: ((part[i] + part[i - 2]) / 2) * scale, y: ((part[i + 1] + part[i - 1]) / 2) * scale, room, angle, anchor: 'over' };
        }
    }
    return best;
}
