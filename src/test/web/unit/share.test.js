import assert from 'node:assert/strict';
import test from 'node:test';
import { parsePlace } from '../../../../web/model/coordinates.js';
import { readHash, writeHash } from '../../../../web/model/share.js';

test('an address carries view and selection there and back', () => {
    const view = { zoom: 15, lat: 34.80123, lon: 113.29876 };
    const selection = [{ layer: 'parks', id: 7 }, { layer: 'existing_green', id: 12 }];
    assert.deepEqual(readHash(writeHash(view, selection)), { view, selection });
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
