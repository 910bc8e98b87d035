import assert from 'node:assert/strict';
import test from 'node:test';
import { listenToKeys } from '../../../../web/map/keys.js';
import { Desk } from '../../../../web/model/desk.js';
import { ApiProblem } from '../../../../web/model/problems.js';

/** A desk whose server answers each undo only when it is told to. */
function deskOf() {
    /** @type {{resolve: (answer: unknown) => void, reject: (failure: unknown) => void}[]} */
    const asked = [];
    const api = /** @type {any} */ ({
        locale: 'zh',
        undo: () => new Promise((resolve, reject) => asked.push({ resolve, reject })),
        plots: { page: async () => ({ plots: 0, rows: [] }) },
        targets: async () => [],
        history: async () => [],
        undoState: async () => ({ undo: null, redo: null }),
        items: async () => ({ features: [], numberMatched: 0, links: [] }),
    });
    const done = { changeset: 1, features: [], deleted: [], notices: [], targets: { before: [], after: [] } };
    return { desk: new Desk(api), asked, done };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

test('an undo asked for while one is under way is done after it', async () => {
    const { desk, asked, done } = deskOf();
    const both = Promise.all([desk.undo(), desk.undo()]);
    await soon();
    assert.equal(asked.length, 1);
    asked[0].resolve(done);
    await soon();
    assert.equal(asked.length, 2);
    asked[1].resolve(done);
    await both;
    assert.equal(desk.state.saving, false);
    const third = desk.undo();
    await soon();
    assert.equal(asked.length, 3);
    asked[2].resolve(done);
    await third;
});

test('what waits behind an undo that fails is not done', async () => {
    const { desk, asked, done } = deskOf();
    const both = Promise.all([desk.undo(), desk.undo()]);
    await soon();
    asked[0].reject(new ApiProblem({ type: 'urn:greenplan:problem:conflict', title: 'conflict', status: 409, detail: '' }));
    await both;
    assert.equal(asked.length, 1);
    assert.equal(desk.state.problem?.status, 409);
    const again = desk.undo();
    await soon();
    assert.equal(asked.length, 2);
    asked[1].resolve(done);
    await again;
    assert.equal(desk.state.saving, false);
});

test('while something else is saved there is nothing to take back', async () => {
    const { desk, asked } = deskOf();
    desk.set({ saving: true });
    await desk.undo();
    assert.equal(asked.length, 0);
});

test('a key that is held down takes back once, and pressed twice twice', async () => {
    /** @type {((event: unknown) => void)[]} */
    const listeners = [];
    const were = globalThis.document;
    globalThis.document = /** @type {any} */ ({ addEventListener: (/** @type {string} */ _type, /** @type {(event: unknown) => void} */ listener) => listeners.push(listener) });
    try {
        let undone = 0;
        const desk = /** @type {any} */ ({ state: { draft: null }, undo: () => undone++ });
        const idle = /** @type {any} */ ({ back: () => false, removeLastCorner: () => false });
        listenToKeys(desk, idle, idle, idle);
        const press = (/** @type {boolean} */ repeat) =>
            listeners.forEach((hear) => hear({ key: 'z', ctrlKey: true, repeat, target: null, preventDefault() {}, stopPropagation() {} }));
        press(false);
        press(true);
        press(true);
        assert.equal(undone, 1);
        press(false);
        assert.equal(undone, 2);
    } finally {
        globalThis.document = were;
    }
});
