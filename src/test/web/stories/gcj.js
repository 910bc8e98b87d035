// The shift of Chinese web maps as everybody computes it, written here once more so that the program's own does not judge itself.

const [AXIS, ECCENTRICITY] = [6378245, 0.00669342162296594323];
const wave = (/** @type {number} */ x) => Math.sin(x * Math.PI);
const ripple = (/** @type {number} */ x) => (20 * wave(6 * x) + 20 * wave(2 * x)) * (2 / 3);

/** Where GCJ-02 shows a true place. @param {number[]} place lon, lat @returns {[number, number]} */
export function gcj02([lon, lat]) {
    const [x, y] = [lon - 105, lat - 35];
    const bent = 0.1 * x * y + Math.sqrt(Math.abs(x)) * 0.1;
    const east = 300 + x + 2 * y + 0.1 * x * x + bent + ripple(x) + ((20 * wave(x) + 40 * wave(x / 3)) + (150 * wave(x / 12) + 300 * wave(x / 30))) * (2 / 3);
    const north = -100 + 2 * x + 3 * y + 0.2 * y * y + bent + Math.sqrt(Math.abs(x)) * 0.1 + ripple(x)
        + ((20 * wave(y) + 40 * wave(y / 3)) + (160 * wave(y / 12) + 320 * wave(y / 30))) * (2 / 3);
    const radians = (lat * Math.PI) / 180;
    const magic = 1 - ECCENTRICITY * Math.sin(radians) ** 2;
    const degrees = 180 / Math.PI;
    return [
        lon + (east * degrees) / ((AXIS / Math.sqrt(magic)) * Math.cos(radians)),
        lat + (north * degrees) / ((AXIS * (1 - ECCENTRICITY)) / (magic * Math.sqrt(magic))),
    ];
}
