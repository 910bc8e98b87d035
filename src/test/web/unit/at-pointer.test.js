import assert from 'node:assert/strict';
import test from 'node:test';
import { atPointer } from '../../../../web/map/at-pointer.js';
import { useUnits } from '../../../../web/model/units.js';

test('beside the hand stands what counts, and in its colour what lies where it may not', () => {
    const unit = (/** @type {string} */ id, /** @type {number} */ size) => ({ id, size, decimals: 0, title: { zh: id, en: id } });
    useUnits(/** @type {any} */ ([unit('m2', 1), unit('mu', 2000 / 3)]));
    const state = /** @type {any} */ ({ locale: 'zh' });
    const check = /** @type {any} */ ({
        net: { planeM2: 1234, ellipsoidM2: 1234 },
        findings: [
            { state: 'hit', severity: 'block', title: { zh: '永久<基本>农田', en: 'Farmland' }, source: { zh: '条例（1998 年）', en: 'Regulations' }, from: '1999-01-01', planeM2: 320, lengthM: 0 },
            { state: 'hit', severity: 'warn', title: { zh: '区界之外', en: 'Outside' }, planeM2: 45, lengthM: 0 },
            { state: 'hit', severity: 'note', title: { zh: '提示', en: 'Note' }, planeM2: 7, lengthM: 0 },
            { state: 'not_checked', severity: 'block', title: { zh: '一般耕地', en: 'Farmland' }, planeM2: 0, lengthM: 0 },
        ],
    });
    const said = atPointer(check, state);
    assert.match(said, /1,234/);
    assert.match(said, /<span class="prohibited">永久&#60;基本&#62;农田 320/, 'with its m², and no markup of a name');
    assert.match(said, /条例（1998 年） .*1999-01-01/, 'with its source and its date');
    assert.match(said, /<span class="caution">区界之外 45/);
    assert.doesNotMatch(said, /提示|一般耕地/, 'a note and what is not checked stand in the form');
    assert.equal(atPointer({ ...check, net: { planeM2: 0 }, findings: [] }, state), '');
});
