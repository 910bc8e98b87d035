import assert from 'node:assert/strict';
import test from 'node:test';
import { area, inUnit, length, moment, MU_M2, mu, toMu } from '../../../../web/model/units.js';

test('fifteen mu are exactly a hectare', () => {
    assert.equal(MU_M2 * 15, 10000);
    assert.equal(toMu(10000), 15);
});

test('areas are written in the reader’s language', () => {
    assert.equal(area(2000 / 3, 'zh'), '667 m²（1.00 亩，平面）');
    assert.equal(area(500000, 'en'), '50.00 ha (750.00 mu, plane)');
    assert.equal(mu(266666.67, 'zh'), '400.00 亩');
});

test('a moment is told on the plan’s clock', () => {
    assert.equal(moment('2026-11-23T16:05:00Z', 'zh', 'Asia/Shanghai'), '2026-11-24 00:05（北京时间）');
    assert.equal(moment('2026-06-30T23:59:59.9Z', 'en', 'Asia/Shanghai'), '2026-07-01 07:59 (UTC+8)');
});

test('lengths and targets keep their unit', () => {
    assert.equal(length(950.4, 'en'), '950 m');
    assert.equal(length(12345, 'zh'), '12.35 千米');
    assert.equal(inUnit(10, 'count', 'zh'), '10');
});
