import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needless, proposed } from '../../../../web/model/link.js';

const attributes = /** @type {any[]} */ ([
    { name: 'kind', codes: 'link_kind', default: 'channel' },
    { name: 'lift_m', codes: null, default: null },
    { name: 'efficiency', codes: null, default: null },
    { name: 'hours_per_day', codes: null, default: null },
]);
/** A catalogue that calls all of it otherwise, and names these words as aliases. */
const otherwise = attributes.map((one) => ({ ...one, name: `x_${one.name}`, aliases: [one.name] }));
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
    assert.deepEqual(needless(told('gravity', -3), { kind: 'channel', efficiency: 0.7 }, attributes), ['lift_m', 'hours_per_day']);
    assert.deepEqual(needless(told('gravity', -3), { kind: 'pumped' }, attributes), []);
    assert.deepEqual(needless(told('pump', 3), { kind: 'channel' }, attributes), []);
    assert.deepEqual(needless(null, {}, attributes), []);
});

test('a catalogue that calls it otherwise has the same form', () => {
    assert.deepEqual(proposed(told('pump', 13.96), { x_kind: 'channel' }, otherwise), { x_kind: 'pumped', x_lift_m: 14 });
    assert.deepEqual(needless(told('gravity', -3), { x_kind: 'channel', x_efficiency: 0.7 }, otherwise), ['x_lift_m', 'x_hours_per_day']);
    assert.deepEqual(needless(told('gravity', -3), { x_kind: 'pumped' }, otherwise), []);
});
