import assert from 'node:assert/strict';
import test from 'node:test';
import { planeOf } from '../../../../web/model/gauss.js';

test('on the central meridian the easting is the false easting', () => {
    assert.equal(planeOf(4547, 114, 34.8).east, 500000);
    assert.equal(planeOf(4526, 114, 34.8).east, 38500000);
});

test('an unknown system gives no figures', () => assert.ok(Number.isNaN(planeOf(3857, 114, 34.8).east)));
