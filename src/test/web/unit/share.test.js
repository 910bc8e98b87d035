import assert from 'node:assert/strict';
import test from 'node:test';
import { knownCode, plotsBehind } from '../../../../web/model/figure.js';
import { readHash, writeHash } from '../../../../web/model/share.js';

test('an address carries view and selection there and back', () => {
    const view = { zoom: 15, lat: 34.80123, lon: 113.29876 };
    const selection = [{ layer: 'parks', id: 7 }, { layer: 'existing_green', id: 12 }];
    assert.deepEqual(readHash(writeHash(view, selection)), { view, selection, conditions: [] });
});

test('a number of the report is asked of the server by its conditions, and every plot by none', async () => {
    /** @type {any[]} */
    const asked = [];
    const api = /** @type {any} */ ({ plots: { refs: async (/** @type {any[]} */ ...question) => (asked.push(question), { plots: 9, refs: [], bbox: [1, 2, 3, 4] }) } });
    const { conditions } = readHash('#show=target:new_green,status:under_construction');
    assert.deepEqual(conditions, [{ key: 'target', value: 'new_green' }, { key: 'status', value: 'under_construction' }]);
    const some = await plotsBehind(api, conditions);
    const all = await plotsBehind(api, readHash('#show=all:plots').conditions);
    assert.deepEqual(asked, [[{ target: 'new_green', status: 'under_construction' }, undefined], [{}, 1]]);
    assert.deepEqual([some.all, some.bbox, all.all, all.bbox], [false, [1, 2, 3, 4], true, null], 'a million plots are not named');
});

test('what has no status of the catalogue is the unknown part', () => {
    const statuses = /** @type {any} */ ({ codes: [{ code: 'proposed' }] });
    assert.deepEqual(['proposed', 'shelved', null].map((status) => knownCode(statuses, status)), ['proposed', 'unknown', 'unknown']);
});

for (const hash of ['', '#', '#x/y/z', '#15/99/113', '#15/34']) {
    test(`“${hash}” is no view`, () => assert.equal(readHash(hash).view, null));
}

test('a broken selection is dropped, the view kept', () => {
    assert.deepEqual(readHash('#12/34.8/113.3/parks:x,<b>:1').selection, []);
});
