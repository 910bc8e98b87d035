import assert from 'node:assert/strict';
import test from 'node:test';
import { windowOf } from '../../../../web/panels/window.js';

for (const [count, top, from, to] of [
    [0, 0, 0, 0],
    [5, 0, 0, 5],
    [100000, 0, 0, 22],
    [100000, 32000, 988, 1022],
    [100000, 3199680, 99978, 100000],
    [100, 99999, 88, 100],
]) {
    test(`of ${count} rows scrolled to ${top}, ${from} to ${to} are made`, () => {
        const seen = windowOf(count, top, 320, 32);
        assert.deepEqual([seen.from, seen.to], [from, to]);
        assert.equal(seen.above + (seen.to - seen.from) * 32 + seen.below, count * 32);
    });
}
