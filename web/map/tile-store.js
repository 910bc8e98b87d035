import { decodeTile, EMPTY } from './tile-decoder.js';

/** @typedef {import('./tile-decoder.js').DecodedTile} DecodedTile */
/** @typedef {{layer: string, version: number}} Asked */

const KEPT = 1500;

/**
 * Fetches vector tiles and keeps the latest ones decoded, each under its layer's version. What is asked of one place in one breath
 * is one request: a first view would wait for fifty otherwise.
 */
export class TileStore {
    /** @type {Map<string, Promise<DecodedTile>>} in the order of last use */
    #tiles = new Map();
    /** What is about to be asked, by place. @type {Map<string, {asked: Asked[], answer: Promise<Map<string, DecodedTile>>}>} */
    #breath = new Map();

    /** @param {(path: string) => Promise<Map<string, DecodedTile>>} [fetched] a tile's layers by name */
    constructor(fetched = fetchTile) {
        this.fetched = fetched;
    }

    /**
     * @param {string} layer @param {number} version @param {{x: number, y: number, z: number}} place
     * @returns {Promise<DecodedTile>}
     */
    get(layer, version, { x, y, z }) {
        const place = `${z}/${x}/${y}`;
        const key = `${layer}/${version}/${place}`;
        const known = this.#tiles.get(key);
        if (known) this.#tiles.delete(key);
        const tile = known ?? this.#ask({ layer, version }, place);
        this.#tiles.set(key, tile);
        // A tile that failed is asked for again the next time.
        if (!known) tile.catch(() => this.#tiles.delete(key));
        if (this.#tiles.size > KEPT) this.#tiles.delete(/** @type {string} */ (this.#tiles.keys().next().value));
        return tile;
    }

    /** @param {Asked} wanted @param {string} place @returns {Promise<DecodedTile>} */
    async #ask(wanted, place) {
        const breath = this.#breath.get(place) ?? this.#begin(place);
        breath.asked.push(wanted);
        return (await breath.answer).get(wanted.layer) ?? EMPTY;
    }

    /** @param {string} place */
    #begin(place) {
        /** @type {Asked[]} */
        const asked = [];
        const answer = Promise.resolve().then(() => {
            this.#breath.delete(place);
            return this.fetched(`/tiles/${asked.map(({ layer }) => layer)}/${place}.mvt?v=${asked.map(({ version }) => version)}`);
        });
        const breath = { asked, answer };
        this.#breath.set(place, breath);
        return breath;
    }
}

/** @param {string} path @returns {Promise<Map<string, DecodedTile>>} */
async function fetchTile(path) {
    const response = await fetch(path);
    if (response.status === 204) return new Map();
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return decodeTile(await response.arrayBuffer());
}
