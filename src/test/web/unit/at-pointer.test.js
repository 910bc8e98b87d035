import assert from 'node:assert/strict';
import test from 'node:test';
import { atPointer } from '../../../../web/map/at-pointer.js';
import { useUnits } from '../../../../web/model/units.js';

test('beside the hand stands what counts, and in its colour what lies where it may not', () => {
    const unit = (/** @type {string} */ id, /** @type {number} */ size) => ({ id, size, decimals: 0, title: { zh: id, en: id } });
    useUnits(/** @type {any} */ ([unit('m2', 1), unit('mu', 2000 / 3)]));
    const state = /** @type {any} */ ({ locale: 'zh', plan: { layers: [{ id: 'farm', title: { zh: '永久<基本>农田', en: 'Farmland' } }] } });
    const check = /** @type {any} */ ({
        net: { planeM2: 1234, ellipsoidM2: 1234 },
        constraints: [{ layer: 'farm', severity: 'prohibited', names: ['甲'], planeM2: 320 }],
        overlaps: [{ reason: 'plot', planeM2: 9 }, { reason: 'outside', planeM2: 45 }],
    });
    const said = atPointer(check, state);
    assert.match(said, /1,234/);
    assert.match(said, /<span class="prohibited">永久&#60;基本&#62;农田 320/, 'with its m², and no markup of a name');
    assert.match(said, /<span class="caution">.* 45/);
    assert.equal(atPointer({ ...check, net: { planeM2: 0 }, constraints: [], overlaps: [] }, state), '');
});
