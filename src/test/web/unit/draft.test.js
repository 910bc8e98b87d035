import assert from 'node:assert/strict';
import test from 'node:test';
import { Desk } from '../../../../web/model/desk.js';
import { ApiProblem } from '../../../../web/model/problems.js';

const SQUARE = { type: 'Polygon', coordinates: [[[113.28, 34.8], [113.29, 34.8], [113.29, 34.81], [113.28, 34.8]]] };
const LARGER = { type: 'Polygon', coordinates: [[[113.28, 34.8], [113.3, 34.8], [113.3, 34.81], [113.28, 34.8]]] };

/** A desk whose server answers a save only when it is told to. @param {{id?: number}} [of] a new draft, or one of a feature */
function deskOf({ id } = {}) {
    /** @type {import('../../../../web/model/types.js').Change[]} */
    const sent = [];
    /** @type {{resolve: (answer: unknown) => void, reject: (failure: unknown) => void}[]} */
    const waiting = [];
    const api = /** @type {any} */ ({
        locale: 'zh',
        check: () => new Promise(() => {}),
        apply: (/** @type {string} */ _author, /** @type {string} */ _comment, /** @type {any[]} */ changes) => {
            sent.push(...changes);
            return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
        },
        plots: { page: async () => ({ plots: 0, rows: [] }) },
        targets: async () => [],
        history: async () => [],
        undoState: async () => ({ undo: null, redo: null }),
        items: async () => ({ features: [], numberMatched: 0, links: [] }),
    });
    const desk = new Desk(api);
    if (id === undefined) {
        desk.setTool('polygon', { layer: 'parks' });
        desk.setDraftGeometry(/** @type {any} */ (SQUARE));
        desk.finishDraft();
        desk.setDraftAttributes({ name: '一' });
    } else desk.set({ feature: /** @type {any} */ ({ id, layer: 'parks', version: 1, label: '', geometry: SQUARE, properties: { name: '一' } }) });
    const conflict = (/** @type {object} */ properties, /** @type {number} */ version) => {
        const current = { type: 'Feature', id, layer: 'parks', version, label: '', geometry: SQUARE, properties };
        waiting.shift()?.reject(new ApiProblem(/** @type {any} */ ({ type: 'urn:greenplan:problem:conflict', title: '', status: 409, detail: '', current })));
    };
    const answer = (/** @type {number} */ version) => {
        const { geometry, properties } = /** @type {any} */ (sent.at(-1)).feature;
        const feature = { type: 'Feature', id: 7, layer: 'parks', version, label: '', geometry, properties };
        waiting.shift()?.resolve({ changeset: version, features: [feature], deleted: [], notices: [], targets: { before: [], after: [] } });
    };
    return { desk, sent, answer, conflict, fail: () => waiting.shift()?.reject(new ApiProblem({ type: 'urn:greenplan:problem:invalid', title: 'invalid', status: 422, detail: '' })) };
}

test('a draft that is saved as it stands is gone', async () => {
    const { desk, answer } = deskOf();
    const saved = desk.save();
    answer(1);
    await saved;
    assert.equal(desk.state.draft, null);
    assert.equal(desk.state.saving, false);
    assert.deepEqual(desk.state.selection, [{ layer: 'parks', id: 7 }]);
});

test('what is typed and drawn during a save stays, and the next save sends it for the feature that was made', async () => {
    const { desk, sent, answer } = deskOf();
    const first = desk.save();
    desk.setDraftAttributes({ name: '二', remark: '后来写的' });
    desk.setDraftGeometry(/** @type {any} */ (LARGER));
    answer(1);
    await first;
    assert.equal(desk.state.draft?.attributes.remark, '后来写的');
    assert.equal(desk.state.draft?.dirty, true);
    const second = desk.save();
    answer(2);
    await second;
    assert.deepEqual(sent.map((c) => c.op), ['create', 'replace']);
    const replaced = /** @type {any} */ (sent[1]);
    assert.deepEqual([replaced.id, replaced.version], [7, 1]);
    assert.deepEqual(replaced.feature.properties, { name: '二', remark: '后来写的' });
    assert.deepEqual(replaced.feature.geometry, LARGER);
    assert.equal(desk.state.draft, null);
});

test('a draft is sent once, however often it is asked for while it is under way', async () => {
    const { desk, sent, answer } = deskOf();
    const saved = desk.save();
    await desk.save();
    answer(1);
    await saved;
    assert.equal(sent.length, 1);
});

test('a save that fails leaves the draft in the hand', async () => {
    const { desk, fail } = deskOf();
    const saved = desk.save();
    desk.setDraftAttributes({ remark: '后来写的' });
    fail();
    await saved;
    assert.equal(desk.state.draft?.attributes.name, '一');
    assert.equal(desk.state.draft?.attributes.remark, '后来写的');
    assert.equal(desk.state.saving, false);
    assert.notEqual(desk.state.problem, null);
});

test('of several writes one behind the other only the last is told, with its way back', async () => {
    const { desk, answer } = deskOf();
    const first = desk.save();
    answer(1);
    await first;
    desk.setTool('polygon', { layer: 'parks' });
    desk.setDraftGeometry(/** @type {any} */ (LARGER));
    desk.finishDraft();
    const second = desk.save();
    answer(2);
    await second;
    assert.deepEqual(desk.state.notices.map(({ kind, changeset }) => [kind, changeset]), [['written', 2]]);
});

test('what both changed is not overwritten by saving again, only by an answer', async () => {
    const { desk, sent, conflict, answer } = deskOf({ id: 7 });
    desk.setDraftAttributes({ name: '我的' });
    const first = desk.save();
    conflict({ name: '对方的' }, 5);
    assert.equal(await first, false);
    assert.deepEqual(desk.state.merging?.asked, ['name']);
    desk.dismissProblem();
    assert.equal(await desk.save(), false);
    assert.equal(sent.length, 1, 'nothing more is sent');
    assert.ok(desk.state.problem, 'the question stands again');
    desk.pick('name', 'mine');
    const settled = desk.settle();
    assert.equal(/** @type {any} */ (sent.at(-1)).version, 5);
    answer(6);
    await settled;
    assert.equal(desk.state.draft, null);
    assert.equal(desk.state.saving, false);
});

test('who changed another member is brought together, and the desk counts as saving until that is done', async () => {
    const { desk, sent, conflict, answer } = deskOf({ id: 7 });
    desk.setDraftAttributes({ remark: '我写的' });
    const saved = desk.save();
    conflict({ name: '对方的' }, 5);
    await new Promise((done) => setTimeout(done));
    assert.equal(desk.state.saving, true);
    assert.deepEqual(/** @type {any} */ (sent.at(-1)).feature.properties, { name: '对方的', remark: '我写的' });
    answer(6);
    assert.equal(await saved, true);
    assert.equal(desk.state.saving, false);
});

test('a draft that is put aside while it is saved does not wait any more once it is', async () => {
    const { desk, answer } = deskOf();
    const saved = desk.save();
    desk.parkDraft();
    assert.equal(desk.state.parked.length, 1);
    answer(1);
    await saved;
    assert.deepEqual(desk.state.parked, []);
});

test('drawing into a hidden layer shows it', () => {
    const desk = new Desk(/** @type {any} */ ({ locale: 'zh' }));
    desk.set({ layers: { parks: { visible: false, opacity: 0.5 } } });
    desk.setTool('polygon', { layer: 'parks' });
    assert.deepEqual(desk.state.layers.parks, { visible: true, opacity: 0.5 });
});
