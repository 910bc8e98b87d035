import assert from 'node:assert/strict';
import test from 'node:test';
import { Desk } from '../../../../web/model/desk.js';

const SHAPE = { type: 'Polygon', coordinates: [[[113.28, 34.8], [113.29, 34.8], [113.29, 34.81], [113.28, 34.8]]] };
const TAKEN = /** @type {any} */ ({ reason: 'plot', layer: 'parks', id: 3, label: '甲', why: { zh: '', en: '' }, planeM2: 5, ellipsoidM2: 5 });

test('a part is lit by a click, out by the next, and out when the shape is another', async () => {
    /** @type {any[]} */
    const asked = [];
    const desk = new Desk(/** @type {any} */ ({ locale: 'zh', taken: async (/** @type {any[]} */ ...all) => asked.push(all) && SHAPE }));
    desk.set({ feature: /** @type {any} */ ({ layer: 'parks', id: 7, version: 2, properties: { name: '乙' }, geometry: SHAPE }) });
    await desk.light(TAKEN);
    assert.deepEqual(desk.state.lit, { part: 'plot:parks:3', geometry: SHAPE });
    assert.deepEqual(asked[0][1], { reason: 'plot', layer: 'parks', id: '3' });
    assert.equal(asked[0][0].version, 2);
    assert.equal(desk.state.flyTo?.ifUnseen, true, 'it is brought in where it is not in sight');
    await desk.light(TAKEN);
    assert.equal(desk.state.lit, null);
    await desk.light(TAKEN);
    desk.set({ check: /** @type {any} */ ({ net: {} }) });
    assert.equal(desk.state.lit, null, 'after the shape moved the part is another');
});
