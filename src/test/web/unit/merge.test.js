import assert from 'node:assert/strict';
import test from 'node:test';
import { merged, SHAPE } from '../../../../web/model/merge.js';

const AT = (/** @type {number} */ x) => ({ type: 'Point', coordinates: [x, 34.8] });

/** @param {[any, any, any]} values what it was, what I made of it, what they made of it @param {[number, number, number]} places */
function both([was, mine, theirs], [from, my, their]) {
    const base = { properties: { name: was }, geometry: AT(from) };
    const draft = /** @type {any} */ ({ layer: 'parks', id: 7, version: 1, stage: 'form', dirty: true, base, attributes: { name: mine }, geometry: AT(my) });
    const feature = /** @type {any} */ ({ layer: 'parks', id: 7, version: 2, properties: { name: theirs }, geometry: AT(their) });
    const { draft: done, asked } = merged(draft, feature);
    return [done.attributes.name, done.geometry?.coordinates[0], asked, done.version];
}

test('what only one changed is taken, what both changed alike needs no answer, what both changed otherwise is asked for', () => {
    assert.deepEqual(both(['甲', '甲', '乙'], [1, 1, 2]), ['乙', 2, [], 2]);
    assert.deepEqual(both(['甲', '丙', '甲'], [1, 3, 1]), ['丙', 3, [], 2]);
    assert.deepEqual(both(['甲', '乙', '乙'], [1, 2, 2]), ['乙', 2, [], 2]);
    assert.deepEqual(both(['甲', '丙', '乙'], [1, 3, 2]), ['丙', 3, ['name', SHAPE], 2]);
    assert.deepEqual(both([null, undefined, '乙'], [1, 1, 1]), ['乙', 1, [], 2]);
});

test('of a draft whose beginning is not known all that differs is asked for', () => {
    const draft = /** @type {any} */ ({ layer: 'parks', stage: 'form', dirty: true, attributes: { name: '甲', year: 2019 }, geometry: AT(1) });
    const theirs = /** @type {any} */ ({ layer: 'parks', id: 7, version: 2, properties: { name: '乙', year: 2019 }, geometry: AT(1) });
    assert.deepEqual(merged(draft, theirs).asked, ['name']);
});
