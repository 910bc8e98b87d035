import assert from 'node:assert/strict';
import test from 'node:test';
import { parsePlace } from '../../../../web/model/coordinates.js';
import { knownCode, plotsBehind } from '../../../../web/model/figure.js';
import { filtered } from '../../../../web/panels/table-rows.js';
import { readHash, writeHash } from '../../../../web/model/share.js';

test('an address carries view and selection there and back', () => {
    const view = { zoom: 15, lat: 34.80123, lon: 113.29876 };
    const selection = [{ layer: 'parks', id: 7 }, { layer: 'existing_green', id: 12 }];
    assert.deepEqual(readHash(writeHash(view, selection)), { view, selection, conditions: [] });
});

test('a number of the report names the plots behind it', () => {
    const { conditions } = readHash('#show=target:new_green,status:under_construction');
    assert.deepEqual(conditions, [{ key: 'target', value: 'new_green' }, { key: 'status', value: 'under_construction' }]);
    const row = (/** @type {number} */ id, /** @type {object} */ attributes) => /** @type {any} */ ({ layer: 'parks', id, attributes, targets: ['new_green'], zones: ['sub_districts.3'] });
    const rows = [row(1, { status: 'proposed' }), row(2, { status: 'under_construction' }), row(3, {})];
    const behind = (/** @type {string} */ hash) => plotsBehind(readHash(hash).conditions, rows).map(({ id }) => id);
    assert.deepEqual(behind('#show=target:new_green,status:under_construction'), [2]);
    assert.deepEqual(behind('#show=plot:parks.3'), [3]);
    assert.deepEqual(behind('#show=zone:sub_districts.3'), [1, 2, 3]);
    assert.deepEqual(behind('#show=zone:sub_districts.4'), []);
    assert.deepEqual(behind('#show=status:none'), [3]);
    assert.deepEqual(behind('#show=all:plots'), [1, 2, 3]);
});

test('what has no status of the catalogue is behind the unknown part', () => {
    const statuses = /** @type {any} */ ({ codes: [{ code: 'proposed' }] });
    const rows = ['proposed', 'shelved', null].map((status, id) => /** @type {any} */ ({ layer: 'parks', id, attributes: { status }, targets: [], zones: [] }));
    const behind = plotsBehind(readHash('#show=status:unknown').conditions, rows, statuses).map(({ id }) => id);
    assert.deepEqual(behind, [1, 2]);
    assert.deepEqual(rows.map((row) => knownCode(statuses, row.attributes.status)), ['proposed', 'unknown', 'unknown']);
    assert.deepEqual(filtered(rows, { text: '', layer: null, status: 'unknown', zone: null }, statuses).map(({ id }) => id), [1, 2]);
});

for (const hash of ['', '#', '#x/y/z', '#15/99/113', '#15/34']) {
    test(`“${hash}” is no view`, () => assert.equal(readHash(hash).view, null));
}

test('a broken selection is dropped, the view kept', () => {
    assert.deepEqual(readHash('#12/34.8/113.3/parks:x,<b>:1').selection, []);
});

for (const text of ['113.25 34.75', '34.75,113.25', '113.25，34.75', '113°15′ 34°45′', "34度45分 113度15分"]) {
    test(`“${text}” is a place`, () => assert.deepEqual(parsePlace(text), { lon: 113.25, lat: 34.75 }));
}

test('a name is no place', () => assert.equal(parsePlace('人民路 12'), null));
