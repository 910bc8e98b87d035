import assert from 'node:assert/strict';
import test from 'node:test';
import { beltOutline } from '../../../../web/map/belt.js';
import { decodeTile } from '../../../../web/map/tile-decoder.js';
import { hits, labelPlace } from '../../../../web/map/tile-hit.js';
import { TileStore } from '../../../../web/map/tile-store.js';

/** @param {number} n @returns {number[]} */
const varint = (n) => (n < 128 ? [n] : [(n % 128) + 128, ...varint(Math.floor(n / 128))]);
const zigzag = (/** @type {number} */ n) => varint(n < 0 ? -2 * n - 1 : 2 * n);
const block = (/** @type {number} */ field, /** @type {number[]} */ bytes) => [field * 8 + 2, ...varint(bytes.length), ...bytes];
const text = (/** @type {string} */ s) => [...new TextEncoder().encode(s)];

/** A tile with one square of 10 with a hole of 2, as the specification's encoding writes it. */
function squareTile() {
    const outer = [9, ...zigzag(0), ...zigzag(0), (3 << 3) | 2, ...zigzag(10), ...zigzag(0), ...zigzag(0), ...zigzag(10), ...zigzag(-10), ...zigzag(0), 15];
    const hole = [9, ...zigzag(4), ...zigzag(-6), (3 << 3) | 2, ...zigzag(0), ...zigzag(2), ...zigzag(2), ...zigzag(0), ...zigzag(0), ...zigzag(-2), 15];
    const feature = [8, ...varint(5000000000), ...block(2, [0, 0, 1, 1]), 24, 3, ...block(4, [...outer, ...hole])];
    const layer = [
        ...block(1, text('parks')),
        ...block(2, feature),
        ...block(3, text('label')),
        ...block(3, text('illustrative')),
        ...block(4, block(1, text('河滨公园'))),
        ...block(4, [56, 1]),
        40, ...varint(4096), 120, 2,
    ];
    return new Uint8Array(block(3, layer)).buffer;
}

/** The layer of that tile. */
const parks = () => /** @type {import('../../../../web/map/tile-decoder.js').DecodedTile} */ (decodeTile(squareTile()).get('parks'));

test('a tile is read with wide ids, tags in Chinese and holes', () => {
    const tile = parks();
    const [feature] = tile.features;
    assert.equal(tile.extent, 4096);
    assert.equal(feature.id, 5000000000);
    assert.deepEqual(feature.tags, { label: '河滨公园', illustrative: true });
    assert.deepEqual(feature.parts.map((p) => [...p]), [[0, 0, 10, 0, 10, 10, 0, 10], [4, 4, 4, 6, 6, 6, 6, 4]]);
    assert.deepEqual(feature.box, [0, 0, 10, 10]);
});

test('an empty tile has no features', () => assert.equal(decodeTile(new ArrayBuffer(0)).size, 0));

test('a polygon is hit inside, not in its hole; without fill only at its edge', () => {
    const [feature] = parks().features;
    assert.equal(hits(feature, 2, 2, 1, true), true);
    assert.equal(hits(feature, 5, 5, 1, true), false);
    assert.equal(hits(feature, 2, 2, 1, false), false);
    assert.equal(hits(feature, 10.5, 5, 1, false), true);
});

test('a name stands inside the polygon', () => {
    const [feature] = parks().features;
    const place = labelPlace(feature);
    assert.ok(place && place.x < 4 && place.width === 4);
});

test('a belt lies left and right of its line as seen along it', () => {
    // y points down: east along x, left is north, so a smaller y.
    assert.deepEqual(beltOutline([0, 0, 10, 0], 2, 3), [[0, 3, 10, 3, 10, -2, 0, -2]]);
    assert.deepEqual(beltOutline([0, 0, 0, 0], 2, 3), []);
});

/** How often rings go around a place. @param {number[][]} rings @param {number} x @param {number} y */
function winding(rings, x, y) {
    let around = 0;
    for (const ring of rings) {
        for (let i = 0; i < ring.length; i += 2) {
            const [ax, ay] = [ring[i] - x, ring[i + 1] - y];
            const [bx, by] = [ring[(i + 2) % ring.length] - x, ring[(i + 3) % ring.length] - y];
            around += Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
        }
    }
    return Math.round(Math.abs(around) / (2 * Math.PI));
}

test('a belt has a sector on the outer side of a bend, flat ends, and nothing on the inner side that no leg covers', () => {
    const bend = beltOutline([0, 0, 100, 0, 100, -100], 10, 20);
    for (const [x, y, inside] of [[50, -9, 1], [50, -11, 0], [50, 19, 1], [50, 21, 0], [-1, 0, 0], [113, 13, 1], [115, 15, 0], [95, -5, 1], [85, -15, 0]]) {
        assert.equal(winding(bend, x, y) > 0, inside === 1, `${x} ${y}`);
    }
    const square = beltOutline([0, 0, 100, 0, 100, 100, 0, 100, 0, 0], 10, 0);
    assert.ok(winding(square, -6, -6) > 0, 'the sector where a closed line closes');
    assert.ok(winding(beltOutline([0, 0, 100, 0, 0, 0], 10, 10), 108, 0) > 0, 'straight back: a half disc');
});

test('layers asked of one place in one breath are one request, and each is kept under its own version', async () => {
    /** @type {string[]} */
    const asked = [];
    const store = new TileStore(async (path) => {
        asked.push(path);
        if (path.includes('faulty')) throw new Error('gone');
        return decodeTile(squareTile());
    });
    const [here, there] = [{ x: 1, y: 2, z: 3 }, { x: 1, y: 3, z: 3 }];
    const [parks, lakes] = await Promise.all([store.get('parks', 7, here), store.get('lakes', 1, here), store.get('parks', 7, there)]);
    assert.deepEqual(asked, ['/tiles/parks,lakes/3/1/2.mvt?v=7,1', '/tiles/parks/3/1/3.mvt?v=7']);
    assert.deepEqual([parks.features.length, lakes.features.length], [1, 0]);
    await Promise.all([store.get('parks', 8, here), store.get('lakes', 1, here)]);
    assert.equal(asked[2], '/tiles/parks/3/1/2.mvt?v=8');
    for (const turn of [3, 4]) {
        await assert.rejects(store.get('faulty', 1, here));
        assert.equal(asked.length, turn + 1);
    }
});
