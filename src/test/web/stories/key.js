// A key to the program's figures that shares nothing with them: Martinez–Rueda clipping and the shoelace formula over the shapes as the program hands them out.
import { difference, intersection, union } from 'polyclip-ts';
import { planeOf } from '../../../../web/model/gauss.js';

/** @typedef {[number, number][][][]} Multi polygons of rings of metres */

const PLANE = { text: 'EPSG:4547', title: { zh: '', en: '' }, meridianDeg: 114, falseEastingM: 500000, falseNorthingM: 0, semiMajorM: 6378137 };
/** A corner of the plane to count from: figures stay small, and with them what rounding takes. */
const ORIGIN = { east: 430000, north: 3850000 };

/** @param {number[]} place @returns {[number, number]} */
function metres([lon, lat]) {
    const { east, north } = planeOf(PLANE, lon, lat);
    return [east - ORIGIN.east, north - ORIGIN.north];
}

/** @param {any} geometry @returns {Multi} */
function multi({ type, coordinates }) {
    return (type === 'Polygon' ? [coordinates] : coordinates).map((/** @type {number[][][]} */ rings) => rings.map((ring) => ring.map(metres)));
}

/** A straight belt: a rectangle beside its middle. @param {any} feature @returns {Multi} */
function belt({ geometry, properties }) {
    const [line] = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
    const [from, to] = line.map(metres);
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const [nx, ny] = [-(to[1] - from[1]) / length, (to[0] - from[0]) / length];
    const beside = (/** @type {number[]} */ [x, y], /** @type {number} */ by) => /** @type {[number, number]} */ ([x + nx * by, y + ny * by]);
    const { left_width_m: left, right_width_m: right } = properties;
    return [[[beside(from, left), beside(to, left), beside(to, -right), beside(from, -right), beside(from, left)]]];
}

/** @param {Multi} shape */
const areaM2 = (shape) => shape.flat().reduce((sum, ring) => sum + ring.slice(0, -1).reduce((twice, [x, y], i) => twice + x * ring[i + 1][1] - ring[i + 1][0] * y, 0) / 2, 0);

/**
 * How many square metres of new green the plots add that are not among the known ones: what of them lies in the district and on no
 * existing green and no plot of before, once.
 * @param {import('./harness.js').Stage} stage @param {Set<string>} known plots of before as `layer:id`
 */
export async function keyM2(stage, known) {
    const items = async (/** @type {string} */ layer) => (await stage.get(`/ogc/collections/${layer}/items?f=json&limit=10000`)).features;
    const shapes = async (/** @type {string} */ layer) => (await items(layer)).map((/** @type {any} */ feature) => multi(feature.geometry));
    const isNew = (/** @type {string} */ layer) => (/** @type {any} */ { id }) => !known.has(`${layer}:${id}`);
    const [parks, woods, corridors] = await Promise.all(['parks', 'afforestation', 'corridors'].map(items));
    const added = [...parks.filter(isNew('parks')).map((/** @type {any} */ { geometry }) => multi(geometry)), ...corridors.filter(isNew('corridors')).map(belt)];
    const before = [...parks.filter((/** @type {any} */ park) => !isNew('parks')(park)), ...woods].map(({ geometry }) => multi(geometry));
    const [one, ...more] = added;
    const all = union(one, ...more);
    return areaM2(difference(intersection(all, ...(await shapes('district'))), ...before, ...(await shapes('existing_green'))));
}
