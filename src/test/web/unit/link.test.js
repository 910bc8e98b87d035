import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needless, proposed } from '../../../../web/model/link.js';

const attributes = /** @type {any[]} */ ([
    { name: 'kind', codes: 'link_kind', default: 'channel' },
    { name: 'lift_m', codes: null, default: null },
]);
const told = (/** @type {'gravity'|'pump'|'unknown'} */ way, /** @type {number|null} */ rise) =>
    /** @type {any} */ ({ from: null, to: null, length_m: 100, rise_m: rise, way, findings: [] });

test('a link that has to rise is a pumped main with its lift', () => {
    assert.deepEqual(proposed(told('pump', 13.96), { kind: 'channel' }, attributes), { kind: 'pumped', lift_m: 14 });
    assert.deepEqual(proposed(told('pump', 14), { kind: 'channel', lift_m: 20 }, attributes), { kind: 'pumped' });
});

test('what the hand has chosen stays, and nothing follows from ends that are not known', () => {
    assert.deepEqual(proposed(told('pump', 14), { kind: 'pipe' }, attributes), {});
    assert.deepEqual(proposed(told('gravity', -3), { kind: 'channel' }, attributes), {});
    assert.deepEqual(proposed(told('unknown', null), {}, attributes), {});
    assert.deepEqual(proposed(told('pump', 14), {}, []), {});
});

test('what only a pump has is not asked for where water runs by itself', () => {
    assert.deepEqual(needless(told('gravity', -3), { kind: 'channel', efficiency: 0.7 }), ['lift_m', 'hours_per_day']);
    assert.deepEqual(needless(told('gravity', -3), { kind: 'pumped' }), []);
    assert.deepEqual(needless(told('pump', 3), { kind: 'channel' }), []);
    assert.deepEqual(needless(null, {}), []);
});
