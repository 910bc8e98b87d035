import assert from 'node:assert/strict';
import test from 'node:test';
import { Desk } from '../../../../web/model/desk.js';
import { ApiProblem } from '../../../../web/model/problems.js';

const SHAPE = { type: 'Polygon', coordinates: [[[113.28, 34.8], [113.29, 34.8], [113.29, 34.81], [113.28, 34.8]]] };
const NAMES = ['name', 'remark', 'code'];

/** One feature on a server that refuses what was made of an older version. */
class Server {
    version = 1;
    /** @type {Record<string, any>} */
    properties = { name: '0', remark: '0', code: '0' };
    /** @type {((event: any) => void)[]} */
    told = [];

    get now() {
        return /** @type {any} */ ({ type: 'Feature', layer: 'parks', id: 1, version: this.version, label: '', properties: { ...this.properties }, geometry: SHAPE });
    }

    /** @param {string} author @returns {any} */
    page(author) {
        return {
            locale: 'zh',
            plan: async () => ({ key: 'k', layers: [{ id: 'parks', version: 1, count: 1, geometry: 'polygon', attributes: [] }], codes: {}, records: [], units: [], news: [], lastChangeset: 1, lastStamp: '' }),
            targets: async () => [], plots: { page: async () => ({ plots: 0, rows: [] }) }, history: async () => [], past: async () => [],
            undoState: async () => ({ undo: null, redo: null }),
            feature: async () => this.now,
            check: () => new Promise(() => {}),
            events: (/** @type {string} */ _since, /** @type {any} */ { changed }) => this.told.push(changed),
            apply: async (/** @type {string} */ _author, /** @type {string} */ _comment, /** @type {any[]} */ [change]) => {
                if (change.version !== this.version) throw new ApiProblem(/** @type {any} */ ({ type: 'urn:greenplan:problem:conflict', title: '', status: 409, detail: '', current: this.now }));
                this.version += 1;
                this.properties = { ...change.feature.properties };
                const event = { changeset: this.version, author, comment: '', layers: ['parks'], counts: {}, features: [{ op: 'replace', layer: 'parks', id: 1, version: this.version }] };
                queueMicrotask(() => this.told.forEach((tell) => tell(event)));
                return { changeset: this.version, features: [this.now], deleted: [], notices: [], targets: { before: [], after: [] } };
            },
        };
    }
}

const settled = () => new Promise((done) => setTimeout(done, 5));

/** @param {number} seed @returns {(below: number) => number} */
function dice(seed) {
    let state = seed;
    return (below) => ((state = (state * 1103515245 + 12345) & 0x7fffffff) >> 8) % below;
}

test('three pages that edit one feature at random show the same in the end, and that is what the server has', async () => {
    let asked = 0;
    for (let seed = 1; seed <= 8; seed++) {
        const roll = dice(seed);
        const server = new Server();
        const desks = ['甲', '乙', '丙'].map((author) => new Desk(server.page(author)));
        for (const [i, desk] of desks.entries()) {
            desk.set({ author: `${i}` });
            await desk.start();
            await desk.select([{ layer: 'parks', id: 1 }]);
        }
        for (let step = 0; step < 30; step++) {
            const desk = desks[roll(3)];
            if (!desk.state.merging) desk.setDraftAttributes({ [NAMES[roll(3)]]: `${seed}.${step}` });
            if (roll(2)) await desk.save();
            asked += await answer(desk, roll);
        }
        for (const desk of desks) {
            await desk.save();
            asked += await answer(desk, roll);
        }
        await settled();
        for (const desk of desks) {
            assert.equal(desk.state.draft, null, `seed ${seed}: nothing is left in the hand`);
            assert.deepEqual(desk.state.feature?.properties, server.properties, `seed ${seed}`);
            assert.equal(desk.state.feature?.version, server.version);
        }
    }
    assert.ok(asked > 10, `what both changed was asked for ${asked} times`);
});

/** Answers what is asked after a conflict, at random. @param {Desk} desk @param {(below: number) => number} roll */
async function answer(desk, roll) {
    let times = 0;
    while (desk.state.merging) {
        for (const name of desk.state.merging.asked) desk.pick(name, roll(2) ? 'mine' : 'theirs');
        await desk.settle();
        times++;
    }
    return times;
}
