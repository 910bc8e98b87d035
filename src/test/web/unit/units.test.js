import assert from 'node:assert/strict';
import test from 'node:test';
import { area, headline, headlineUnit, inUnit, length, moment, mu, toUnit, useUnits } from '../../../../web/model/units.js';

const own = (/** @type {number} */ size, /** @type {number} */ decimals, /** @type {string} */ zh, en = zh) => ({ zh: { size, decimals, title: zh }, en: { size, decimals, title: en } });

/** As `/api/plan` hands them to the page. */
useUnits([
    { id: 'm2', size: 1, decimals: 0, title: { zh: 'm²', en: 'm²' }, headline: { ...own(1, 0, 'm²'), zh: { size: 10000, decimals: 2, title: '万平方米' } } },
    { id: 'mu', size: 10000 / 15, decimals: 2, title: { zh: '亩', en: 'mu' }, headline: own(10000 / 15, 1, '亩', 'mu') },
    { id: 'ha', size: 10000, decimals: 2, title: { zh: '公顷', en: 'ha' }, headline: own(10000, 2, '公顷', 'ha') },
    { id: 'm', size: 1, decimals: 0, title: { zh: '米', en: 'm' }, headline: own(1, 0, '米', 'm') },
    { id: 'km', size: 1000, decimals: 3, title: { zh: '公里', en: 'km' }, headline: own(1000, 2, '公里', 'km') },
    { id: 'count', size: 1, decimals: 0, title: { zh: '个', en: 'pieces' }, headline: own(1, 0, '个', '') },
]);

test('fifteen mu are exactly a hectare', () => {
    assert.equal(toUnit(10000, 'mu'), 15);
    assert.equal(toUnit(10000, 'ha'), 1);
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
    assert.equal(length(12345, 'zh'), '12.35 公里');
    assert.equal(inUnit(10, 'count', 'zh'), '10');
    assert.equal(inUnit(6000.4, 'km', 'en'), '6 km');
    assert.equal(inUnit(100000, 'ha', 'zh'), '10.00 公顷');
});

test('the figure of a target is told as short as the plan says', () => {
    const told = (/** @type {number} */ base, /** @type {string} */ unit, /** @type {'zh'|'en'} */ locale) => `${headline(base, unit, locale)} ${headlineUnit(unit, locale)}`;
    assert.equal(told(500000, 'm2', 'zh'), '50 万平方米');
    assert.equal(told(500000, 'm2', 'en'), '500,000 m²');
    assert.equal(told(266666.67, 'mu', 'zh'), '400 亩');
    assert.equal(told(5432.1, 'km', 'en'), '5.43 km');
    assert.equal(told(3, 'count', 'en'), '3 ');
});
