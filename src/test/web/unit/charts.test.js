import assert from 'node:assert/strict';
import { test } from 'node:test';
import { removalsOf } from '../../../../web/model/removals.js';
import { legendPx, monthAxis } from '../../../../web/panels/chart-look.js';

/** @param {object} [other] @returns {any} */
const water = (other) => ({ works: 'all', year: 'dry', since: 7, removals: { changeset: 7, state: 'all', year: 'dry', links: [], lakes: [] }, ...other });

test('what was said of other works, another year or an earlier plan is not shown', () => {
    assert.ok(removalsOf(water()));
    for (const other of [{ works: 'today' }, { year: 'wet' }, { since: 8 }, { removals: null }]) assert.equal(removalsOf(water(other)), null);
});

test('a legend gets as many rows as its names need, a Chinese letter counting twice', () => {
    assert.equal(legendPx(['取用', '溢流']), legendPx(['取用']));
    assert.ok(legendPx(['连通来水 · 提灌站—东虢湖输水管', '连通来水 · 枯河—东虢湖河段']) > legendPx(['取用']));
});

test('a month in which something failed has the colour of warnings', () => {
    const { data } = /** @type {any} */ (monthAxis([{ month: 7, failed: ['turnover'] }, { month: 8, failed: [] }]));
    assert.deepEqual(data.map((/** @type {any} */ { value, textStyle }) => [value, textStyle.color]), [['7', 'var(--warn)'], ['8', 'var(--ink-soft)']]);
});
