import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiProblem } from '../../../../web/model/problems.js';
import { choose, exportable, search, toggled, worksOf, write } from '../../../../web/model/works.js';

const POINT = {
    months: 0, works: [{ name: '提水管', features: ['water_links/3'], sized: 'water_links/3' }, { name: '三厂', features: ['water_structures/5', 'water_links/13'], sized: null }],
    writes: [{ layer: 'water_links', id: 3, version: 2, attributes: { capacity_m3d: 20000 } }],
};

/** A desk as the search needs it. @param {Record<string, (...given: any[]) => any>} works @returns {any} */
function deskOf(works) {
    return {
        state: { water: { works: 'today', year: 'dry', lit: [] } },
        set(/** @type {object} */ patch) { this.state = { ...this.state, ...patch }; },
        lightWater(/** @type {string[]} */ lit) { this.set({ water: { ...this.state.water, lit } }); },
        api: { works },
    };
}

test('a search is followed until it rests, and what it found before stays in sight', async () => {
    const states = [{ state: 'working', step: { phase: 'searching', done: 3 }, answer: null }, { state: 'working', step: { phase: 'trading', done: 9 }, answer: { points: [POINT] } }, { state: 'idle', step: { phase: 'idle', done: 9 }, answer: { points: [POINT, POINT] } }];
    /** @type {number[]} */
    const seen = [];
    const desk = deskOf({
        begin: async (/** @type {any} */ question) => { assert.deepEqual(question, { from: 'today', years: ['dry'], verdicts: ['balanced', 'circulating'] }); return { id: 'a' }; },
        state: async () => { seen.push(desk.state.water.cheapest.answer?.points.length ?? 0); return states.shift(); },
    });
    await search(desk);
    assert.deepEqual(seen, [0, 0, 1]);
    assert.equal(desk.state.water.cheapest.step, null);
    assert.equal(desk.state.water.cheapest.answer.points.length, 2);
    choose(desk, 1);
    assert.deepEqual(desk.state.water.lit, ['water_links/3', 'water_structures/5', 'water_links/13']);
});

test('closing the water calls the search off', async () => {
    /** @type {string[]} */
    const off = [];
    const desk = deskOf({ begin: async () => ({ id: 'b' }), state: async () => { desk.set({ water: null }); return { state: 'working', step: { phase: 'waiting', done: 0 }, answer: null }; }, cancel: async (/** @type {string} */ id) => { off.push(id); } });
    await search(desk);
    assert.deepEqual(off, ['b']);
});

test('works are written only when a person has said so, in one sentence with numbers', () => {
    const desk = deskOf({});
    write(desk, /** @type {any} */ (POINT));
    assert.equal(desk.state.question.text.zh, '1 项工程将写入所选规模和投资；状态不变，是否批准由人决定。写入后见“全部工程”的结论，可撤销。');
    assert.equal(typeof desk.state.question.act, 'function');
});

test('what keeps a file from being written is kept, and anything else is shown', async () => {
    const findings = [{ feature: 'rivers/1', attribute: 'bed_lower_m', what: { zh: '缺', en: 'lacks' } }];
    const desk = deskOf({ findings: async (/** @type {string} */ path) => { assert.equal(path, '/api/water/network.inp?format=swmm&state=today&year=dry'); return findings; } });
    assert.equal(await exportable(desk, 'swmm'), false);
    assert.deepEqual(desk.state.water.exported, { engine: 'swmm', findings });
    desk.api.works.findings = async () => [];
    assert.equal(await exportable(desk, 'swmm'), true);
    assert.equal(desk.state.water.exported, null);
    desk.api.works.findings = async () => { throw new ApiProblem({ type: '', title: 'away', status: 503, detail: 'away' }); };
    assert.equal(await exportable(desk, 'swmm'), false);
    assert.equal(desk.state.problem.detail, 'away');
});

test('a choice takes one in and out', () => {
    assert.deepEqual(toggled(['a'], 'b'), ['a', 'b']);
    assert.deepEqual(toggled(['a', 'b'], 'a'), ['b']);
    assert.deepEqual(worksOf(/** @type {any} */ ({ year: '' })).question.years, []);
});
