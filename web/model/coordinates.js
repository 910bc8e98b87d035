/**
 * A place a person typed: `116.3987, 39.9012`, either order, degrees-minutes-seconds, or null when it is none.
 * Within China longitude is the larger number, so the order needs no asking.
 * @param {string} text @returns {{lon: number, lat: number}|null}
 */
export function parsePlace(text) {
    const numbers = degreesIn(text);
    if (numbers.length !== 2) return null;
    const [a, b] = numbers;
    const [lon, lat] = Math.abs(a) >= Math.abs(b) ? [a, b] : [b, a];
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lon, lat } : null;
}

/** @param {string} text @returns {number[]} */
function degreesIn(text) {
    const clean = text.trim().replace(/[，；;、]/g, ',');
    const dms = [...clean.matchAll(/(-?\d+(?:\.\d+)?)\s*[°度]\s*(?:(\d+(?:\.\d+)?)\s*[′'分]\s*)?(?:(\d+(?:\.\d+)?)\s*[″"秒])?/g)];
    if (dms.length === 2) return dms.map((m) => Number(m[1]) + Number(m[2] ?? 0) / 60 + Number(m[3] ?? 0) / 3600);
    if (!/^-?\d+(\.\d+)?[\s,]+-?\d+(\.\d+)?$/.test(clean)) return [];
    return clean.split(/[\s,]+/).map(Number);
}

/** @param {{lon: number, lat: number}} place degrees, five digits are about a metre */
export function formatLonLat({ lon, lat }) {
    return `${lon.toFixed(5)}, ${lat.toFixed(5)}`;
}

/** @param {{east: number, north: number}} place metres */
export function formatPlane({ east, north }) {
    return Number.isFinite(east) ? `E ${east.toFixed(1)}  N ${north.toFixed(1)}` : '';
}
