import assert from 'node:assert/strict';
import test from 'node:test';
import { changed, faultPlace, faults, laid, pasted, read, rows, sums, valueOf, without } from '../../../../web/model/lists.js';

/** @typedef {import('../../../../web/model/lists.js').ListForm} ListForm */

const column = (/** @type {string} */ name, open = false) => ({ name, title: { zh: name, en: name }, unit: null, min: 0, max: 5000, open });
/** @type {ListForm} */
const MONTHS = { table: false, length: 12, months: true, sortedBy: null, maxRows: 2000, columns: [column('rain_mm', true)] };
/** @type {ListForm} */
const CURVE = { table: true, length: null, months: false, sortedBy: 'h', maxRows: 4, columns: [column('h'), column('a', true), column('v')] };
/** @type {ListForm} */
const SHARES = { table: false, length: null, months: false, sortedBy: null, maxRows: 9, columns: [column('share')] };
const YEAR = [9, 12, 26, 38, 58, 70, 150, 125, 75, 42, 25, 10];
const none = () => rows(MONTHS, null);

test('a figure is read as it is written in tables; what has two meanings stays as it is, and nothing becomes a zero', () => {
    const figures = { '12': 12, ' 12.5 ': 12.5, '1,234,567.5': 1234567.5, '1 234': 1234, '１，２３４．５': 1234.5, '－３': -3, '−3': -3, '2e3': 2000, '.5': 0.5, '0': 0 };
    for (const [text, figure] of Object.entries(figures)) assert.equal(read(text), figure, text);
    assert.deepEqual([read('85 %', '%'), read('８５％', '%'), read('12m³/d', 'm³/d'), read('85%'), read('85%', 'mm')], [85, 85, 12, '85%', '85%']);
    for (const text of ['', '  ', '-', '—', '——', '/', '…']) assert.equal(read(text), null, text);
    for (const text of ['0,5', '1,23', '12,34,567', '3 月', '多', '1.2.3', '.', '1e999', 'NaN', 'Infinity', '0x10']) assert.equal(read(text), text, text);
});

test('cells and value are two sides of one thing', () => {
    assert.equal(none().length, 12);
    assert.equal(valueOf(MONTHS, none()), null);
    assert.deepEqual(valueOf(MONTHS, rows(MONTHS, [1, null, 3])), [1, null, 3, ...Array(9).fill(null)]);
    assert.deepEqual(changed(MONTHS, none(), 6, 0, 150), [...Array(6).fill(null), 150, ...Array(5).fill(null)]);
    const curve = [{ h: 1, a: null, v: 2 }, { h: 2, a: 5, v: 3 }];
    assert.deepEqual(rows(CURVE, curve), [[1, null, 2], [2, 5, 3], [null, null, null]]);
    assert.deepEqual(valueOf(CURVE, rows(CURVE, curve)), curve);
    assert.deepEqual(without(CURVE, rows(CURVE, curve), 0), [curve[1]]);
    assert.deepEqual(changed(CURVE, rows(CURVE, curve), 2, 0, 3), [...curve, { h: 3, a: null, v: null }]);
    assert.equal(rows(CURVE, [...curve, ...curve]).length, 4, 'no row behind the last that may be');
    assert.deepEqual(valueOf(SHARES, [[1], [null], [2], [null]]), [1, null, 2]);
});

test('a range is pasted lying or standing, with its heads, into the cells it was meant for', () => {
    const head = YEAR.map((_, i) => `${i + 1}月`);
    const ways = [YEAR.join('\t'), YEAR.join('\n'), `${YEAR.join('\r\n')}\r\n`, YEAR.join(' '), YEAR.join('、'),
        `${head.join('\t')}\n${YEAR.join('\t')}`, `月份\t${head.join('\t')}\n降雨\t${YEAR.join('\t')}`, YEAR.map((one, i) => `${head[i]}\t${one}`).join('\n'),
        YEAR.map((one, i) => `${i + 1}\t${one}`).join('\n'), `${YEAR.slice(0, 6).join('\t')}\n${YEAR.slice(6).join('\t')}`];
    for (const text of ways) assert.deepEqual(laid(MONTHS, none(), 0, 0, pasted(text)), { value: YEAR, over: 0 }, text);
    assert.deepEqual(laid(MONTHS, rows(MONTHS, YEAR), 10, 0, pasted('1\t2\t3\t4')), { value: [...YEAR.slice(0, 10), 1, 2], over: 2 });
    assert.deepEqual(laid(MONTHS, none(), 0, 0, pasted('1,000\t—\t多')).value, [1000, null, '多', ...Array(9).fill(null)]);
    const percent = { ...MONTHS, columns: [{ ...column('share', true), unit: '%' }] };
    assert.deepEqual(laid(percent, none(), 0, 0, pasted('85%\t90%\n1,23\t7')).value, [85, 90, '1,23', 7, ...Array(8).fill(null)], 'no figure is taken for a head');
    const curve = [{ h: 172, a: 1000, v: 311000 }, { h: 173, a: 1100, v: 330000 }];
    for (const text of ['172\t1,000\t311,000\n173\t1,100\t330,000', '水位\t面积\t库容\n172\t1000\t311000\n173\t1100\t330000', '水位\t面积\t库容\n（m）\t（m²）\t（m³）\n172\t1000\t311000\n173\t1100\t330000']) {
        assert.deepEqual(laid(CURVE, rows(CURVE, null), 0, 0, pasted(text)).value, curve, text);
    }
    const lying = '水位\t1\t2\t3\t4\n面积\t5\t6\t7\t8\n库容\t9\t10\t11\t12';
    assert.deepEqual(laid(CURVE, rows(CURVE, null), 0, 0, pasted(lying)).value, [1, 2, 3, 4].map((h) => ({ h, a: h + 4, v: h + 8 })));
    assert.equal(laid(CURVE, rows(CURVE, null), 0, 0, pasted('1\t1\t1\n2\t2\t2\n3\t3\t3\n4\t4\t4\n5\t5\t5')).over, 3);
});

test('what is wrong is said at its cell; what is missing only once somebody saves', () => {
    const told = (/** @type {ListForm} */ form, /** @type {unknown} */ value, whole = false) => [...faults(form, rows(form, value), whole)].map(([key, fault]) => `${key} ${fault.kind}`);
    assert.deepEqual(told(MONTHS, [-1, 'x', 6000, ...Array(9).fill(null)], true), ['0 below', '1 unreadable', '2 above']);
    assert.deepEqual(told(CURVE, [{ h: 2, a: null, v: 1 }, { h: 2, a: 1, v: null }]), ['1.h order']);
    assert.deepEqual(told(CURVE, [{ h: 1, a: null, v: null }], true), ['0.v missing']);
    assert.deepEqual(told(SHARES, [1, null, 2], true), ['1 missing']);
    assert.deepEqual(told(SHARES, null, true), []);
    assert.deepEqual(faultPlace('changes[0].feature.properties.rain_mm[6]'), { name: 'rain_mm', cell: '6' });
    assert.deepEqual(faultPlace('changes[0].feature.properties.curve[2].v'), { name: 'curve', cell: '2.v' });
    assert.deepEqual(faultPlace('changes[0].feature.properties.value'), { name: 'value', cell: null });
    assert.equal(faultPlace(undefined), null);
    const { sum, mean, known } = sums(rows(MONTHS, [1, null, 3]));
    assert.deepEqual([sum, mean, known], [4, 2, 2]);
});
