import assert from 'node:assert/strict';
import test from 'node:test';
import { Desk } from '../../../../web/model/desk.js';

/** A desk at a plan, with what a browser remembers. @param {Map<string, string>} memory @param {string} key */
function deskAt(memory, key) {
    const api = /** @type {any} */ ({ locale: 'zh', check: () => new Promise(() => {}) });
    const desk = new Desk(api, { get: (name) => memory.get(name) ?? null, set: (name, value) => void memory.set(name, value) });
    const plan = /** @type {any} */ ({ key, title: { zh: key, en: key }, layers: [], records: [], news: [] });
    desk.set({ plan });
    return desk;
}

const form = () => /** @type {any} */ ({ kind: 'target', list: [], id: 3, version: 2, values: { title_zh: '园' }, dirty: true, problem: null });

test('a form that is filled in when another plan is opened waits for its own plan', async () => {
    const { takeBack } = await import('../../../../web/model/set-aside.js');
    const memory = new Map();
    const left = deskAt(memory, 'a');
    left.set({ records: form() });
    left.leave('b');
    assert.equal(left.state.records, null);
    const other = deskAt(memory, 'b');
    takeBack(other);
    assert.equal(other.state.records, null);
    assert.match(other.state.notices[0].text.zh, /“a”.*已保留/);
    const back = deskAt(memory, 'a');
    takeBack(back);
    assert.deepEqual(back.state.records, form());
    const again = deskAt(memory, 'a');
    takeBack(again);
    assert.equal(again.state.records, null, 'once is enough');
});

test('the form of a new plan comes back, unless its plan was made meanwhile', async () => {
    const { takeBack } = await import('../../../../web/model/set-aside.js');
    for (const [stage, title, comes] of /** @type {['form'|'making', string, boolean][]} */ ([['form', 'b', true], ['making', 'b', false], ['making', 'c', true]])) {
        const memory = new Map();
        const left = deskAt(memory, 'a');
        left.set({ newPlan: /** @type {any} */ ({ stage, identity: { title_zh: title }, outlines: [], targets: [] }) });
        left.leave('b');
        const next = deskAt(memory, 'b');
        takeBack(next);
        assert.equal(next.state.newPlan !== null, comes, `${stage} ${title}`);
    }
});
