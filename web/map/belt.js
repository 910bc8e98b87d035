const STEP = Math.PI / 32;

/** @typedef {[number, number]} Point */

/**
 * The edge of a belt along a centre line, as the server defines it: a rectangle for each leg and side, a sector on the outer side of each
 * bend. The rings go around each of these pieces in one direction: filled by the non-zero rule they are the belt.
 * @param {ArrayLike<number>} line x, y, x, y … in a plane with y to the south (screen, tile)
 * @param {number} left seen along the line @param {number} right in the same unit
 * @returns {number[][]} x, y, x, y … of each ring
 */
export function beltOutline(line, left, right) {
    const points = distinct(line);
    if (points.length < 2) return [];
    /** @type {number[][]} */
    const sectors = [];
    const forth = side(points, right, sectors);
    return [[...forth, ...side([...points].reverse(), left, sectors)], ...sectors];
}

/** @param {ArrayLike<number>} line */
function distinct(line) {
    /** @type {Point[]} */
    const points = [];
    for (let i = 0; i < line.length; i += 2) {
        const last = points.at(-1);
        if (!last || last[0] !== line[i] || last[1] !== line[i + 1]) points.push([line[i], line[i + 1]]);
    }
    return points;
}

/** The walk along the right side. @param {Point[]} points @param {number} width @param {number[][]} sectors where a closed line closes */
function side(points, width, sectors) {
    const last = points.length - 1;
    const legs = points.slice(1).map((to, i) => direction(points[i], to));
    const walk = beside(points[0], legs[0], width);
    for (let i = 1; i < last; i++) {
        walk.push(...beside(points[i], legs[i - 1], width));
        walk.push(...(outer(legs[i - 1], legs[i]) ? arc(points[i], legs[i - 1], legs[i], width) : points[i]));
        walk.push(...beside(points[i], legs[i], width));
    }
    walk.push(...beside(points[last], legs[last - 1], width));
    const closed = points[0][0] === points[last][0] && points[0][1] === points[last][1];
    if (closed && outer(legs[last - 1], legs[0])) sectors.push([...points[0], ...arc(points[0], legs[last - 1], legs[0], width)]);
    return walk;
}

/** @param {Point} a @param {Point} b @returns {Point} a unit vector */
function direction([ax, ay], [bx, by]) {
    const long = Math.hypot(bx - ax, by - ay);
    return [(bx - ax) / long, (by - ay) / long];
}

/** @param {Point} at @param {Point} leg @param {number} width @returns {number[]} */
function beside([x, y], [dx, dy], width) {
    return [x - dy * width, y + dx * width];
}

/** Whether the right side is the outer one: a bend to the left, or straight back. @param {Point} a @param {Point} b */
function outer(a, b) {
    const cross = a[0] * b[1] - a[1] * b[0];
    return cross < 0 || (cross === 0 && a[0] * b[0] + a[1] * b[1] < 0);
}

/** Corners a little outside the circle: the triangles to its centre have the sector's area. @param {Point} at @param {Point} a @param {Point} b @param {number} width */
function arc([x, y], a, b, width) {
    const turn = Math.abs(Math.atan2(a[0] * b[1] - a[1] * b[0], a[0] * b[0] + a[1] * b[1]));
    const steps = Math.max(1, Math.ceil(turn / STEP - 1e-9));
    const step = turn / steps;
    const radius = step < 1e-3 ? width : width * Math.sqrt(step / Math.sin(step));
    const from = Math.atan2(a[0], -a[1]);
    /** @type {number[]} */
    const corners = [];
    for (let k = 0; k <= steps; k++) corners.push(x + radius * Math.cos(from - k * step), y + radius * Math.sin(from - k * step));
    return corners;
}
