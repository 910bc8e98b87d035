import { decodeTile } from './tile-decoder.js';

/** @typedef {import('./tile-decoder.js').DecodedTile} DecodedTile */

const KEPT = 1500;

/** Fetches vector tiles and keeps the latest ones decoded, each under its layer's version. */
export class TileStore {
    /** @type {Map<string, Promise<DecodedTile>>} in the order of last use */
    #tiles = new Map();

    /**
     * @param {string} layer @param {number} version @param {{x: number, y: number, z: number}} place
     * @returns {Promise<DecodedTile>}
     */
    get(layer, version, { x, y, z }) {
        const path = `/tiles/${layer}/${z}/${x}/${y}.mvt?v=${version}`;
        const known = this.#tiles.get(path);
        if (known) this.#tiles.delete(path);
        const tile = known ?? fetchTile(path);
        this.#tiles.set(path, tile);
        // A tile that failed is asked for again the next time.
        if (!known) tile.catch(() => this.#tiles.delete(path));
        if (this.#tiles.size > KEPT) this.#tiles.delete(/** @type {string} */ (this.#tiles.keys().next().value));
        return tile;
    }
}

/** @param {string} path */
async function fetchTile(path) {
    const response = await fetch(path);
    if (response.status === 204) return { extent: 4096, features: [] };
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return decodeTile(await response.arrayBuffer());
}
