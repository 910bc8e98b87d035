/**
 * Reads a Mapbox vector tile (version 2.1). Coordinates stay in the tile's own grid.
 *
 * @typedef {object} TileFeature
 * @property {number} id
 * @property {1|2|3} type point, line, polygon
 * @property {Int32Array[]} parts x, y, x, y …: points, lines or rings; a ring is not closed again
 * @property {Record<string, any>} tags
 * @property {[number, number, number, number]} box least x, least y, greatest x, greatest y
 */

/** @typedef {{extent: number, features: TileFeature[]}} DecodedTile */

/** A cursor over protocol-buffer bytes. */
class Bytes {
    /** @param {Uint8Array} bytes @param {number} at @param {number} end */
    constructor(bytes, at = 0, end = bytes.length) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
        this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    varint() {
        let value = 0;
        let scale = 1;
        for (;;) {
            const byte = this.bytes[this.at++];
            // Multiplication, not shifts: ids may be wider than 32 bits.
            value += (byte & 0x7f) * scale;
            if (byte < 0x80) return value;
            scale *= 128;
        }
    }
    signed() {
        const value = this.varint();
        return value % 2 ? -(value + 1) / 2 : value / 2;
    }
    block() {
        const length = this.varint();
        const start = this.at;
        this.at += length;
        return new Bytes(this.bytes, start, this.at);
    }
    text() {
        const { at, end } = this.block();
        return TEXT.decode(this.bytes.subarray(at, end));
    }
    /** @param {number} wire */
    skip(wire) {
        if (wire === 0) this.varint();
        else if (wire === 1) this.at += 8;
        else if (wire === 2) this.block();
        else this.at += 4;
    }
    /** @param {(field: number, wire: number) => boolean|void} read false: the field was not read */
    fields(read) {
        while (this.at < this.end) {
            const key = this.varint();
            if (read(key >> 3, key & 7) === false) this.skip(key & 7);
        }
    }
}

const TEXT = new TextDecoder();

/** What is in a layer without a feature in the tile. @type {DecodedTile} */
export const EMPTY = { extent: 4096, features: [] };

/** @param {ArrayBuffer} buffer @returns {Map<string, DecodedTile>} each layer that has features in the tile, by its name */
export function decodeTile(buffer) {
    /** @type {Map<string, DecodedTile>} */
    const layers = new Map();
    const bytes = new Bytes(new Uint8Array(buffer));
    bytes.fields((field) => (field === 3 ? readLayer(bytes.block(), layers) : false));
    return layers;
}

/** @param {Bytes} bytes @param {Map<string, DecodedTile>} layers */
function readLayer(bytes, layers) {
    /** @type {DecodedTile} */
    const tile = { ...EMPTY, features: [] };
    let name = '';
    /** @type {string[]} */
    const keys = [];
    /** @type {any[]} */
    const values = [];
    /** @type {Bytes[]} */
    const features = [];
    bytes.fields((field) => {
        if (field === 1) name = bytes.text();
        else if (field === 2) features.push(bytes.block());
        else if (field === 3) keys.push(bytes.text());
        else if (field === 4) values.push(readValue(bytes.block()));
        else if (field === 5) tile.extent = bytes.varint();
        else return false;
    });
    // Keys and values may stand after the features that use them.
    for (const feature of features) tile.features.push(readFeature(feature, keys, values));
    layers.set(name, tile);
}

/** @param {Bytes} bytes */
function readValue(bytes) {
    /** @type {any} */
    let value = null;
    bytes.fields((field) => {
        if (field === 1) value = bytes.text();
        else if (field === 2) value = bytes.view.getFloat32((bytes.at += 4) - 4, true);
        else if (field === 3) value = bytes.view.getFloat64((bytes.at += 8) - 8, true);
        else if (field === 4 || field === 5) value = bytes.varint();
        else if (field === 6) value = bytes.signed();
        else if (field === 7) value = bytes.varint() === 1;
        else return false;
    });
    return value;
}

/** @param {Bytes} bytes @param {string[]} keys @param {any[]} values @returns {TileFeature} */
function readFeature(bytes, keys, values) {
    /** @type {TileFeature} */
    const feature = { id: 0, type: 1, parts: [], tags: {}, box: [Infinity, Infinity, -Infinity, -Infinity] };
    bytes.fields((field) => {
        if (field === 1) feature.id = bytes.varint();
        else if (field === 2) {
            const pairs = bytes.block();
            while (pairs.at < pairs.end) feature.tags[keys[pairs.varint()]] = values[pairs.varint()];
        } else if (field === 3) feature.type = /** @type {1|2|3} */ (bytes.varint());
        else if (field === 4) readParts(bytes.block(), feature);
        else return false;
    });
    return feature;
}

/** @param {Bytes} bytes @param {TileFeature} feature */
function readParts(bytes, feature) {
    const { box } = feature;
    let x = 0;
    let y = 0;
    /** @type {number[]} */
    let part = [];
    const close = () => {
        if (part.length) feature.parts.push(Int32Array.from(part));
        part = [];
    };
    while (bytes.at < bytes.end) {
        const command = bytes.varint();
        if ((command & 7) === 7) continue;
        for (let n = command >> 3; n > 0; n--) {
            if ((command & 7) === 1) close();
            x += bytes.signed();
            y += bytes.signed();
            part.push(x, y);
            if (x < box[0]) box[0] = x;
            if (y < box[1]) box[1] = y;
            if (x > box[2]) box[2] = x;
            if (y > box[3]) box[3] = y;
        }
    }
    close();
}
