import assert from 'node:assert/strict';
import test from 'node:test';
import { Desk } from '../../../../web/model/desk.js';

const ref = (/** @type {number} */ id) => ({ layer: 'parks', id });
const plan = /** @type {any} */ ({ layers: [{ id: 'parks', attributes: [] }], codes: {}, roles: {} });

test('several plots are counted together, and an answer to an earlier selection is dropped', async () => {
    /** @type {((answer: any) => void)[]} */
    const waiting = [];
    const desk = new Desk(/** @type {any} */ ({ locale: 'zh', accounts: () => new Promise((answer) => waiting.push(answer)) }));
    desk.set({ plan });
    const first = desk.select([ref(1), ref(2)]);
    const second = desk.select([ref(1), ref(3)]);
    waiting[1]({ plots: 2, bbox: [1, 2, 3, 4] });
    await second;
    waiting[0]({ plots: 9, bbox: null });
    await first;
    assert.equal(desk.state.together?.plots, 2);
    desk.fitSelection();
    assert.deepEqual(desk.state.flyTo, { lon: 2, lat: 3, bbox: [1, 2, 3, 4] });
});

test('an attribute of several is changed in one changeset, after a question', async () => {
    /** @type {any[]} */
    const sent = [];
    const api = /** @type {any} */ ({
        locale: 'zh',
        apply: async (/** @type {string} */ _a, /** @type {string} */ _c, /** @type {any[]} */ changes) => {
            sent.push(changes);
            return { changeset: 4, features: [{}, {}], deleted: [], notices: [], targets: { before: [], after: [] } };
        },
        feature: async (/** @type {any} */ asked) => ({ ...asked, version: 7 }),
        plots: { page: async () => ({ plots: 0, rows: [] }), some: async () => ({ rows: [{ ...ref(1), version: 3, attributes: {} }] }) }, targets: async () => [], history: async () => [], undoState: async () => ({ undo: null, redo: null }),
    });
    const desk = new Desk(api);
    desk.set({ plan });
    const year = /** @type {any} */ ({ name: 'year', title: { zh: '年度', en: 'Year' }, type: 'integer' });
    desk.batchAttribute([ref(1), ref(2)], year, 2021, '2021');
    assert.match(desk.state.question?.text.zh ?? '', /2 个要素的“年度”将改为“2021”/);
    await desk.agree();
    assert.deepEqual(sent[0].map((/** @type {any} */ c) => [c.op, c.id, c.version, c.feature.properties.year]), [['patch', 1, 3, 2021], ['patch', 2, 7, 2021]]);
});
