import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateSync } from 'node:zlib';
import { planeOf } from '../../../../web/model/gauss.js';

// Files as others send them: shapefiles by GDAL, drawings as a designer's program writes them.

/** @typedef {{name: string, mimeType: string, buffer: Buffer}} Upload */
/** @typedef {{ring: [number, number][], plot?: string}} Drawn a ring in metres, and the plot of ours that it once was */

const run = promisify(execFile);

/** The parts of a GBK shapefile in the numbered 3-degree zone, as the survey office sends it. @param {object} collection GeoJSON @param {string} name @returns {Promise<Upload[]>} */
export async function shapefile(collection, name) {
    const folder = await mkdtemp(join(tmpdir(), 'greenplan-files-'));
    try {
        const source = join(folder, 'source.geojson');
        await writeFile(source, JSON.stringify(collection));
        const options = ['-t_srs', 'EPSG:4526', '-lco', 'ENCODING=GBK', '-nln', name];
        await run('ogr2ogr', ['-f', 'ESRI Shapefile', join(folder, 'out'), source, ...options]);
        const parts = await readdir(join(folder, 'out'));
        return await Promise.all(parts.map(async (part) => upload(part, await readFile(join(folder, 'out', part)))));
    } finally {
        await rm(folder, { recursive: true });
    }
}

/** The same in one zip. @param {object} collection @param {string} name @returns {Promise<Upload>} */
export async function zipped(collection, name) {
    const folder = await mkdtemp(join(tmpdir(), 'greenplan-files-'));
    try {
        const source = join(folder, 'source.geojson');
        const zip = join(folder, `${name}.shp.zip`);
        await writeFile(source, JSON.stringify(collection));
        await run('ogr2ogr', ['-f', 'ESRI Shapefile', zip, source, '-t_srs', 'EPSG:4526', '-lco', 'ENCODING=GBK', '-nln', name]);
        return upload(`${name}.zip`, await readFile(zip));
    } finally {
        await rm(folder, { recursive: true });
    }
}

/** A drawing with closed polylines; what was a plot of ours still carries its mark. @param {string} name @param {Drawn[]} drawn @returns {Upload} */
export function drawing(name, drawn) {
    const polyline = (/** @type {Drawn} */ { ring, plot }) => {
        const mark = plot ? [[1001, 'GREENPLAN'], [1000, `plot=${plot}`], [1000, 'role=ring'], [1000, 'part=0'], [1000, 'ring=0'], [1000, 'pieces=1']] : [];
        const corners = ring.flatMap(([x, y]) => [[10, x], [20, y]]);
        return [[0, 'LWPOLYLINE'], [8, 'PARKS'], [90, ring.length], [70, 1], ...corners, ...mark];
    };
    const pairs = [[0, 'SECTION'], [2, 'ENTITIES'], ...drawn.flatMap(polyline), [0, 'ENDSEC'], [0, 'EOF']];
    return upload(name, Buffer.from(pairs.map(([code, value]) => `${code}\n${value}\n`).join('')));
}

const PLANE = { text: 'EPSG:4547', title: { zh: '', en: '' }, meridianDeg: 114, falseEastingM: 500000, falseNorthingM: 0, semiMajorM: 6378137 };

/** The outer ring of a shape in metres of EPSG:4547, moved by so much; not closed. @param {any} geometry @param {[number, number]} [by] @returns {[number, number][]} */
export function ringOf(geometry, [dx, dy] = [0, 0]) {
    const ring = geometry.type === 'MultiPolygon' ? geometry.coordinates[0][0] : geometry.coordinates[0];
    return ring.slice(0, -1).map((/** @type {[number, number]} */ [lon, lat]) => {
        const { east, north } = planeOf(PLANE, lon, lat);
        return [east + dx, north + dy];
    });
}

/** @param {string} name @param {object} collection @returns {Upload} */
export const geojson = (name, collection) => upload(name, Buffer.from(JSON.stringify(collection)));

/** A KML with a folder for each layer, and in it outlines by their names. @param {string} name @param {Record<string, Record<string, [number, number][]>>} folders @returns {Upload} */
export function kml(name, folders) {
    const placemark = ([title, ring] = /** @type {[string, [number, number][]]} */ (['', []])) => `<Placemark><name>${title}</name><Polygon><outerBoundaryIs><LinearRing>
        <coordinates>${ring.map((place) => place.join(',')).join(' ')}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`;
    const folder = ([title, outlines] = /** @type {[string, Record<string, [number, number][]>]} */ (['', {}])) =>
        `<Folder><name>${title}</name>${Object.entries(outlines).map(placemark).join('')}</Folder>`;
    const body = Object.entries(folders).map(folder).join('');
    return upload(name, Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${body}</Document></kml>`));
}

/** A text in an encoding that Node can only read. @param {string} text @param {string} encoding one or two bytes a letter */
export function encoded(text, encoding) {
    /** @type {Map<string, number[]>} */
    const letters = new Map();
    const decoder = new TextDecoder(encoding);
    for (let lead = 0x81; lead < 0xff; lead++) {
        for (let trail = 0x40; trail < 0xff; trail++) letters.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
    return Buffer.from([...text].flatMap((letter) => (letter < '\x80' ? letter.charCodeAt(0) : (letters.get(letter) ?? []))));
}

/** @param {string} name @param {Buffer} buffer @returns {Upload} */
export const upload = (name, buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

/** An archive of map tiles that shows one green dot, stretched, wherever one looks at zoom 14. @param {string} name @returns {Upload} */
export function oneTileEverywhere(name) {
    const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    const first = (4 ** 14 - 1) / 3;
    const root = Buffer.from([[1], sevens(first), sevens(4 ** 14), sevens(dot.length), [1]].flat());
    const head = Buffer.alloc(127);
    head.write('PMTiles', 0, 'latin1');
    head[7] = 3;
    head.writeBigUInt64LE(127n, 8);
    head.writeBigUInt64LE(BigInt(root.length), 16);
    head.writeBigUInt64LE(BigInt(127 + root.length), 56);
    head.writeBigUInt64LE(BigInt(dot.length), 64);
    head.set([1, 1, 2, 14, 14], 97);
    return { name, mimeType: 'application/octet-stream', buffer: Buffer.concat([head, root, dot]) };
}

/** A number in bytes of seven bits. @param {number} number @returns {number[]} */
const sevens = (number) => (number < 128 ? [number] : [(number % 128) + 128, ...sevens(Math.floor(number / 128))]);

/** A drawing of 600 × 400 pixels: a frame, a grid and a filled corner, so that one sees how it lies. @param {string} name */
export function drawnScan(name) {
    const [width, height] = [600, 400];
    const rows = Buffer.alloc(height * (width + 1), 0xff);
    for (let y = 0; y < height; y++) {
        rows[y * (width + 1)] = 0;
        for (let x = 0; x < width; x++) {
            const line = x % 100 < 2 || y % 100 < 2 || x > width - 3 || y > height - 3;
            if (line || (x < 100 && y < 100 && (x + y) % 8 < 3)) rows[y * (width + 1) + 1 + x] = line ? 0x30 : 0x90;
        }
    }
    const head = Buffer.alloc(13);
    head.writeUInt32BE(width, 0);
    head.writeUInt32BE(height, 4);
    head[8] = 8;
    const chunks = [['IHDR', head], ['IDAT', deflateSync(rows)], ['IEND', Buffer.alloc(0)]].map(([type, body]) => chunk(String(type), /** @type {Buffer} */ (body)));
    return { name, mimeType: 'image/png', buffer: Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]) };
}

/** @param {string} type @param {Buffer} body */
function chunk(type, body) {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
    const whole = Buffer.alloc(named.length + 8);
    whole.writeUInt32BE(body.length, 0);
    named.copy(whole, 4);
    whole.writeUInt32BE(checksum(named), named.length + 4);
    return whole;
}

/** The cyclic redundancy check of a PNG. @param {Buffer} bytes */
function checksum(bytes) {
    let sum = 0xffffffff;
    for (const byte of bytes) {
        sum ^= byte;
        for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    }
    return (sum ^ 0xffffffff) >>> 0;
}
