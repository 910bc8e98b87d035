/** Mitres longer than this many half-widths are cut off. */
const MITRE = 2;

/**
 * The outline of a belt along a centre line, seen in the line's direction. It is a preview for the eye: the server's belt counts.
 * @param {ArrayLike<number>} line x, y, x, y … in a plane with y to the south (screen, tile) @param {number} left @param {number} right in the same unit
 * @returns {number[]} x, y, x, y … of the ring
 */
export function beltOutline(line, left, right) {
    const points = distinct(line);
    if (points.length < 2) return [];
    const one = points.flatMap((_, i) => beside(points, i, left));
    const other = points.map((_, i) => beside(points, i, -right)).reverse().flat();
    return [...one, ...other];
}

/** @param {ArrayLike<number>} line */
function distinct(line) {
    /** @type {[number, number][]} */
    const points = [];
    for (let i = 0; i < line.length; i += 2) {
        const last = points.at(-1);
        if (!last || last[0] !== line[i] || last[1] !== line[i + 1]) points.push([line[i], line[i + 1]]);
    }
    return points;
}

/** @param {[number, number][]} points @param {number} i @param {number} by to the left if positive */
function beside(points, i, by) {
    const [x, y] = points[i];
    const before = i > 0 ? normal(points[i - 1], points[i]) : null;
    const after = i < points.length - 1 ? normal(points[i], points[i + 1]) : null;
    const a = before ?? after ?? [0, 0];
    const b = after ?? a;
    const [mx, my] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    const square = mx * mx + my * my;
    const stretch = square > 1 / MITRE ** 2 ? 1 / square : MITRE;
    return [x + mx * stretch * by, y + my * stretch * by];
}

/** The unit vector to the left of a step; y points down. @param {[number, number]} a @param {[number, number]} b @returns {[number, number]} */
function normal([ax, ay], [bx, by]) {
    const long = Math.hypot(bx - ax, by - ay);
    return [(by - ay) / long, -(bx - ax) / long];
}
