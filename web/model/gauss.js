/**
 * Easting and northing of a place on the plan's plane, Gauss–Krüger on CGCS2000 or on its ellipsoid raised to a city's height, for the
 * read-out under the cursor and for measuring by hand: never on a sphere.
 * Krüger's series in the third flattening to the sixth order (Karney 2011, eq. 35).
 */
const F = 1 / 298.257222101;
const N = F / (2 - F);
const E = Math.sqrt(F * (2 - F));
/** Radius of the rectifying sphere by semi-major axis. */
const ROUND = (1 / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64 + N ** 6 / 256);
const ALPHA = [
    N / 2 - (2 / 3) * N ** 2 + (5 / 16) * N ** 3 + (41 / 180) * N ** 4 - (127 / 288) * N ** 5 + (7891 / 37800) * N ** 6,
    (13 / 48) * N ** 2 - (3 / 5) * N ** 3 + (557 / 1440) * N ** 4 + (281 / 630) * N ** 5 - (1983433 / 1935360) * N ** 6,
    (61 / 240) * N ** 3 - (103 / 140) * N ** 4 + (15061 / 26880) * N ** 5 + (167603 / 181440) * N ** 6,
    (49561 / 161280) * N ** 4 - (179 / 168) * N ** 5 + (6601661 / 7257600) * N ** 6,
    (34729 / 80640) * N ** 5 - (3418889 / 1995840) * N ** 6,
    (212378941 / 319334400) * N ** 6,
];
const RAD = Math.PI / 180;

/** @typedef {import('./types.js').Plane} Plane */

/**
 * @param {Plane} plane @param {number} lon degrees @param {number} lat degrees
 * @returns {{east: number, north: number}} metres
 */
export function planeOf(plane, lon, lat) {
    const dLon = (lon - plane.meridianDeg) * RAD;
    const tau = Math.tan(lat * RAD);
    const sigma = Math.sinh(E * Math.atanh((E * tau) / Math.hypot(1, tau)));
    const conformal = tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau);
    const xi0 = Math.atan2(conformal, Math.cos(dLon));
    const eta0 = Math.asinh(Math.sin(dLon) / Math.hypot(conformal, Math.cos(dLon)));
    let xi = xi0;
    let eta = eta0;
    ALPHA.forEach((a, i) => {
        const j = 2 * (i + 1);
        xi += a * Math.sin(j * xi0) * Math.cosh(j * eta0);
        eta += a * Math.cos(j * xi0) * Math.sinh(j * eta0);
    });
    const radius = plane.semiMajorM * ROUND;
    return { east: plane.falseEastingM + radius * eta, north: plane.falseNorthingM + radius * xi };
}

/** The length of a line on the plane, in metres. @param {Plane} plane @param {[number, number][]} line longitudes and latitudes */
export function lengthOf(plane, line) {
    const path = line.map(([lon, lat]) => planeOf(plane, lon, lat));
    return path.slice(1).reduce((sum, p, i) => sum + Math.hypot(p.east - path[i].east, p.north - path[i].north), 0);
}

/** What a ring encloses on the plane, in square metres; it need not be closed. @param {Plane} plane @param {[number, number][]} ring */
export function areaOf(plane, ring) {
    const path = ring.map(([lon, lat]) => planeOf(plane, lon, lat));
    const [first] = path;
    // Differences from the first corner keep the digits that seven-figure northings would eat.
    const twice = path.reduce((sum, p, i) => {
        const q = path[(i + 1) % path.length];
        return sum + (p.east - first.east) * (q.north - first.north) - (q.east - first.east) * (p.north - first.north);
    }, 0);
    return Math.abs(twice) / 2;
}
