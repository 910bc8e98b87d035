import assert from 'node:assert/strict';
import test from 'node:test';
import { levelsOf } from '../../../../web/map/wheel.js';

for (const [what, deltaY, deltaMode, ctrlKey, levels] of /** @type {[string, number, number, boolean, number][]} */ ([
    ['a notch of a wheel', 100, 0, false, -1],
    ['a notch of another make', -120, 0, false, 1],
    ['a notch told in lines', 3, 1, false, -1],
    ['a notch with Ctrl held', 100, 0, true, -1],
    ['fingers that slide', -20, 0, false, 0.1],
    ['fingers that pinch', -7.5, 0, true, 0.075],
    ['a wheel that turns sideways', 0, 0, false, 0],
])) {
    test(`${what} zooms by ${levels}`, () => assert.equal(levelsOf({ deltaY, deltaMode, ctrlKey }) + 0, levels));
}
