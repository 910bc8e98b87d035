import assert from 'node:assert/strict';
import test from 'node:test';
import { LEAST_PX, marksOf } from '../../../../web/map/marks.js';

const layer = (/** @type {string} */ role) => ({ id: role, role, geometry: 'polygon' });
const feature = (/** @type {number} */ id, /** @type {number} */ size, status = 'built') => ({ id, tags: { status }, box: [0, 0, size * 8, size * 8] });

test('a plot that is too small to be seen is a mark in the colour of its status, once and only while it is small', () => {
    const tile = { extent: 4096, features: [feature(1, LEAST_PX - 1), feature(2, LEAST_PX + 1), feature(3, 2, 'nobody knows'), feature(4, 2)] };
    const sheets = [{ layer: layer('adds green'), tile, opacity: 1 }, { layer: layer('baseline'), tile, opacity: 1 }];
    const tiles = /** @type {any} */ ({
        tiles: new Map([[1, { coords: { x: 0, y: 0, z: 12 }, sheets }], [2, { coords: { x: 1, y: 0, z: 12 }, sheets }], [3, { coords: { x: 0, y: 0, z: 11 }, sheets }]]),
        hidden: 'adds green:4',
        lens: { by: 'status', statuses: ['built'], colours: { built: '#111111', unknown: '#999999' } },
    });
    const to = (/** @type {number} */ scale) => ({ left: (/** @type {number} */ x) => x * 512, top: () => 100, scale, zoom: 12 });
    assert.deepEqual(marksOf(tiles, to(1)), [{ x: 3.5, y: 103.5, colour: '#111111' }, { x: 1, y: 101, colour: '#999999' }]);
    assert.deepEqual(marksOf(tiles, to(1.25)).map(({ x }) => x), [1.25], 'between two zooms the screen decides');
});
