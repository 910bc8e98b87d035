import assert from 'node:assert/strict';
import test from 'node:test';
import { nearlyReached, standing, unsure } from '../../../../web/model/bound.js';

const target = (/** @type {string} */ measure, /** @type {number} */ planned, method = 'plane') =>
    /** @type {any} */ ({ id: 't', measure, method, value: 1000, planned, missing: Math.max(0, 1000 - planned) });
const check = (/** @type {number} */ amount, /** @type {number} */ planeM2, /** @type {number} */ before) =>
    /** @type {any} */ ({ contributions: [{ target: 't', amount }], bound: { planeM2, ellipsoidM2: planeM2 + 1 }, targets: { before: [target('net area', before)] } });
const AREA = 'net area';

const TABLE = [
    // what, how much the draft adds, how much of it lies on constraints, the target after, how much is not sure, how the target stands
    ['all of it is free', 300, 0, target(AREA, 1100), 0, 'met'],
    ['a part of it lies on farmland, the target needs it', 300, 200, target(AREA, 1100), 200, 'unsure'],
    ['a part of it lies on farmland, the rest is enough', 300, 50, target(AREA, 1100), 50, 'met'],
    ['by the ellipsoid', 300, 100, target(AREA, 1100.5, 'ellipsoid'), 101, 'unsure'],
    ['the target is not reached', 300, 200, target(AREA, 900), 200, 'missing'],
    ['a piece that lies on it', 1, 5, { ...target('count', 10), value: 10, missing: 0 }, 1, 'unsure'],
    ['it adds nothing to this target', 0, 200, target(AREA, 1000), 0, 'met'],
    ['a line drawn twice', 300, 0.05, target(AREA, 1000), 0, 'met'],
];

for (const [what, amount, bound, after, expected, stands] of /** @type {[string, number, number, any, number, string][]} */ (TABLE)) {
    test(`no plain tick where it is not sure: ${what}`, () => {
        const draft = check(amount, bound, after.planned - amount);
        assert.equal(unsure(draft, after), expected);
        assert.equal(standing(after, { t: after.planned - amount }, draft), stands);
    });
}

const SAVED = [
    // what, the target, what of the saved plots is sure, how it stands
    ['what is saved lies on free ground', target(AREA, 1100), { t: 1100 }, 'met'],
    ['what is saved lies on farmland, the rest is enough', target(AREA, 1100), { t: 1000 }, 'met'],
    ['what is saved reaches it only with farmland', target(AREA, 1100), { t: 999 }, 'unsure'],
    ['nobody has said yet', target(AREA, 1100), null, 'asked'],
    ['it is not reached anyway', target(AREA, 900), null, 'missing'],
    ['its value is open', { ...target(AREA, 900), value: null, missing: null }, { t: 900 }, 'missing'],
];

for (const [what, after, sure, stands] of /** @type {[string, any, any, string][]} */ (SAVED)) {
    test(`a saved plan has no plain tick where it is not sure: ${what}`, () => assert.equal(standing(after, sure), stands));
}

test('saved and drawn land under constraints are added, that of a saved plot in hand only once', () => {
    const draft = check(300, 100, 900);
    assert.equal(standing(target(AREA, 1200), { t: 800 }, draft), 'met');
    assert.equal(standing(target(AREA, 1199), { t: 800 }, draft), 'unsure');
    assert.equal(standing(target(AREA, 1199), { t: 800 }, draft, false), 'met');
});

test('what is sure is asked of targets that are nearly reached', () => {
    assert.equal(nearlyReached([target(AREA, 799), target(AREA, 800)]), true);
    assert.equal(nearlyReached([target(AREA, 799), /** @type {any} */ ({ planned: 5, value: null })]), false);
});
