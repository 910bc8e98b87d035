/** @typedef {import('./tile-decoder.js').TileFeature} TileFeature */

/**
 * Whether a place in the tile's grid lies on a feature.
 * @param {TileFeature} feature @param {number} x @param {number} y
 * @param {number} reach how far beside a line or point still counts, in the tile's grid
 * @param {boolean} filled a polygon without fill is touched only at its outline
 */
export function hits(feature, x, y, reach, filled) {
    const [x0, y0, x1, y1] = feature.box;
    if (x < x0 - reach || y < y0 - reach || x > x1 + reach || y > y1 + reach) return false;
    if (feature.type === 3 && filled) return inside(feature.parts, x, y);
    const closed = feature.type === 3;
    return feature.parts.some((part) => near(part, x, y, reach, closed));
}

/** Even-odd over all rings. @param {Int32Array[]} parts @param {number} x @param {number} y */
export function inside(parts, x, y) {
    let within = false;
    for (const ring of parts) {
        for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
            if (ring[i + 1] > y !== ring[j + 1] > y) {
                const cross = ((ring[j] - ring[i]) * (y - ring[i + 1])) / (ring[j + 1] - ring[i + 1]) + ring[i];
                if (x < cross) within = !within;
            }
        }
    }
    return within;
}

/** @param {Int32Array} part @param {number} x @param {number} y @param {number} reach @param {boolean} closed */
function near(part, x, y, reach, closed) {
    if (part.length === 2) return Math.hypot(part[0] - x, part[1] - y) <= reach;
    for (let i = 2; i < part.length; i += 2) {
        if (toSegment(x, y, part[i - 2], part[i - 1], part[i], part[i + 1]) <= reach) return true;
    }
    const n = part.length;
    return closed && toSegment(x, y, part[n - 2], part[n - 1], part[0], part[1]) <= reach;
}

/** @param {number} x @param {number} y @param {number} ax @param {number} ay @param {number} bx @param {number} by */
function toSegment(x, y, ax, ay, bx, by) {
    const dx = bx - ax;
    const dy = by - ay;
    const long = dx * dx + dy * dy;
    const t = long ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / long)) : 0;
    return Math.hypot(ax + t * dx - x, ay + t * dy - y);
}

/**
 * A place well inside a polygon for its name: the middle of the widest stretch along the middle of its box.
 * @param {TileFeature} feature @returns {{x: number, y: number, width: number}|null}
 */
export function labelPlace(feature) {
    const y = (feature.box[1] + feature.box[3]) / 2 + 0.5;
    /** @type {number[]} */
    const crossings = [];
    for (const ring of feature.parts) {
        for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
            if (ring[i + 1] > y !== ring[j + 1] > y) {
                crossings.push(((ring[j] - ring[i]) * (y - ring[i + 1])) / (ring[j + 1] - ring[i + 1]) + ring[i]);
            }
        }
    }
    crossings.sort((a, b) => a - b);
    let best = null;
    for (let i = 1; i < crossings.length; i += 2) {
        const width = crossings[i] - crossings[i - 1];
        if (!best || width > best.width) best = { x: (crossings[i] + crossings[i - 1]) / 2, y, width };
    }
    return best;
}
