/** Where a geometry lies: its middle and the box around it. @param {import('./types.js').Geometry} geometry @returns {import('./types.js').Place} */
export function placeOf(geometry) {
    const numbers = /** @type {number[]} */ ([geometry.coordinates].flat(Infinity));
    const lons = numbers.filter((_, index) => index % 2 === 0);
    const lats = numbers.filter((_, index) => index % 2 === 1);
    const [west, east] = [least(lons), -least(lons.map((lon) => -lon))];
    const [south, north] = [least(lats), -least(lats.map((lat) => -lat))];
    const middle = { lon: (west + east) / 2, lat: (south + north) / 2 };
    if (geometry.type === 'Point') return { ...middle, zoom: 17 };
    return { ...middle, bbox: /** @type {[number, number, number, number]} */ ([west, south, east, north]) };
}

/** The middle of a box in degrees, with the box. @param {[number, number, number, number]} bbox @returns {import('./types.js').Place} */
export const placeOfBox = (bbox) => ({ lon: (bbox[0] + bbox[2]) / 2, lat: (bbox[1] + bbox[3]) / 2, bbox });

/** However many there are: a whole import can have more vertices than a call takes arguments. @param {number[]} numbers */
const least = (numbers) => numbers.reduce((least, number) => Math.min(least, number), Infinity);
