import assert from 'node:assert/strict';
import test from 'node:test';
import { Desk } from '../../../../web/model/desk.js';
import { ApiProblem } from '../../../../web/model/problems.js';

const SQUARE = { type: 'Polygon', coordinates: [[[113.28, 34.8], [113.29, 34.8], [113.29, 34.81], [113.28, 34.8]]] };
const LARGER = { type: 'Polygon', coordinates: [[[113.28, 34.8], [113.3, 34.8], [113.3, 34.81], [113.28, 34.8]]] };

/** A desk whose server answers a save only when it is told to. */
function deskOf() {
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
        plots: async () => [],
        targets: async () => [],
        history: async () => [],
        undoState: async () => ({ undo: null, redo: null }),
        items: async () => ({ features: [], numberMatched: 0, links: [] }),
    });
    const desk = new Desk(api);
    desk.setTool('polygon', { layer: 'parks' });
    desk.setDraftGeometry(/** @type {any} */ (SQUARE));
    desk.finishDraft();
    desk.setDraftAttributes({ name: '一' });
    const answer = (/** @type {number} */ version) => {
        const { geometry, properties } = /** @type {any} */ (sent.at(-1)).feature;
        const feature = { type: 'Feature', id: 7, layer: 'parks', version, label: '', geometry, properties };
        waiting.shift()?.resolve({ changeset: version, features: [feature], deleted: [], notices: [], targets: { before: [], after: [] } });
    };
    return { desk, sent, answer, fail: () => waiting.shift()?.reject(new ApiProblem({ type: 'urn:greenplan:problem:invalid', title: 'invalid', status: 422, detail: '' })) };
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
