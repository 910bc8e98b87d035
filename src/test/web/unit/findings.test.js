import assert from 'node:assert/strict';
import test from 'node:test';
import { Desk } from '../../../../web/model/desk.js';
import { grouped, hitsOf, show, toneOf, uncheckedOf } from '../../../../web/model/findings.js';

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
