import assert from 'node:assert/strict';
import test from 'node:test';
import { reachedUnsurely, unsure } from '../../../../web/model/bound.js';

const check = (/** @type {number} */ amount, /** @type {number} */ planeM2) =>
    /** @type {any} */ ({ contributions: [{ target: 't', amount }], bound: { planeM2, ellipsoidM2: planeM2 + 1 } });
const target = (/** @type {string} */ measure, /** @type {number} */ planned, method = 'plane') =>
    /** @type {any} */ ({ id: 't', measure, method, value: 1000, planned, missing: Math.max(0, 1000 - planned) });

const TABLE = [
    // what, how much the draft adds, how much of it lies on constraints, the target after, how much is not sure, reached only with it
    ['all of it is free', 300, 0, target('net area', 1100), 0, false],
    ['a part of it lies on farmland, the target needs it', 300, 200, target('net area', 1100), 200, true],
    ['a part of it lies on farmland, the rest is enough', 300, 50, target('net area', 1100), 50, false],
    ['by the ellipsoid', 300, 100, target('net area', 1100.5, 'ellipsoid'), 101, true],
    ['the target is not reached', 300, 200, target('net area', 900), 200, false],
    ['a piece that lies on it', 1, 5, { ...target('count', 10), value: 10, missing: 0 }, 1, true],
    ['it adds nothing to this target', 0, 200, target('net area', 1000), 0, false],
    ['a line drawn twice', 300, 0.05, target('net area', 1000), 0, false],
];

for (const [what, amount, bound, after, expected, only] of /** @type {[string, number, number, any, number, boolean][]} */ (TABLE)) {
    test(`no plain tick where it is not sure: ${what}`, () => {
        assert.equal(unsure(check(amount, bound), after), expected);
        assert.equal(reachedUnsurely(check(amount, bound), after), only);
    });
}

test('without a draft nothing is in doubt', () => assert.equal(reachedUnsurely(null, target('net area', 1100)), false));
