import assert from 'node:assert/strict';
import test from 'node:test';
import { Desk } from '../../../../web/model/desk.js';
import { canCutOut, cutOut, grouped, hitsOf, show, toneOf, uncheckedOf } from '../../../../web/model/findings.js';

const HIT = /** @type {any} */ ({ state: 'hit', rule: 'basic-farmland', edition: '1998', severity: 'block', layer: 'afforestation', id: 4, label: '甲' });

test('only what is prohibited is red, and what was not checked is no hit', () => {
    assert.deepEqual(['block', 'approval', 'warn', 'note', 'else'].map((severity) => toneOf({ severity })), ['prohibited', 'caution', 'caution', 'minor', 'caution']);
    const both = [HIT, { ...HIT, state: 'not_checked' }];
    assert.deepEqual([hitsOf(both).length, uncheckedOf(both).length], [1, 1]);
});

test('findings stand by rule and edition, the hardest first', () => {
    const groups = grouped([HIT, { ...HIT, rule: 'redline' }, { ...HIT, id: 5 }, { ...HIT, edition: '2020' }]);
    assert.deepEqual(groups.map(({ rule, hits }) => [rule.rule, rule.edition, hits.map(({ id }) => id)]), [['basic-farmland', '1998', [4, 5]], ['redline', '1998', [4]], ['basic-farmland', '2020', [4]]]);
});

test('a click chooses the plot, lights what offends and goes there', async () => {
    const shape = { type: 'Polygon', coordinates: [[[113.28, 34.8], [113.29, 34.8], [113.29, 34.81], [113.28, 34.8]]] };
    /** @type {any[]} */
    const asked = [];
    const api = { locale: 'zh', past: async () => [], feature: async () => ({ ...HIT, version: 2, properties: {}, geometry: shape }), taken: async (/** @type {any[]} */ ...all) => asked.push(all) && shape };
    const desk = new Desk(/** @type {any} */ (api));
    desk.set({ plan: /** @type {any} */ ({ layers: [{ id: 'afforestation', attributes: [] }], codes: {}, roles: {} }) });
    await show(desk, HIT);
    assert.deepEqual(asked[0][1], { rule: 'basic-farmland' });
    assert.deepEqual(desk.state.lit, { part: 'rule:basic-farmland:', geometry: shape });
    assert.equal(desk.state.flyTo?.ifUnseen, false);
    await show(desk, HIT);
    assert.equal(desk.state.lit?.part, 'rule:basic-farmland:', 'asked for again it stays');
});

test('what offends is cut out of the shape in hand, which is then a draft; where nothing would be left it says so', async () => {
    const square = { type: 'MultiPolygon', coordinates: [[[[113.28, 34.8], [113.29, 34.8], [113.29, 34.81], [113.28, 34.8]]]] };
    const rest = { type: 'MultiPolygon', coordinates: [[[[113.28, 34.8], [113.285, 34.8], [113.28, 34.805], [113.28, 34.8]]]] };
    let answer = /** @type {any} */ (rest);
    const finding = { ...HIT, canBeCutOut: true, planeM2: 5 };
    const desk = new Desk(/** @type {any} */ ({ locale: 'zh', taken: async () => answer, check: async () => null }));
    desk.set({ plan: /** @type {any} */ ({ layers: [{ id: 'afforestation', attributes: [] }], codes: {}, roles: {} }) });
    assert.equal(canCutOut(desk, finding), false, 'nothing is in the hand');
    desk.set({ feature: /** @type {any} */ ({ layer: 'afforestation', id: 4, version: 1, properties: {}, geometry: square }) });
    assert.equal(canCutOut(desk, finding), true);
    assert.equal(canCutOut(desk, { ...finding, canBeCutOut: false }), false);
    answer = { type: 'MultiPolygon', coordinates: [] };
    await cutOut(desk, finding);
    assert.equal(desk.state.draft, null);
    assert.match(desk.state.notices[0].text.zh, /不剩面积/);
    answer = rest;
    await cutOut(desk, finding);
    const { geometry, dirty, id } = /** @type {any} */ (desk.state).draft;
    assert.deepEqual([geometry, dirty, id], [rest, true, 4]);
});
