import assert from 'node:assert/strict';
import test from 'node:test';
import { origins, parts } from '../../../../web/model/lake-year.js';
import { schematic } from '../../../../web/model/schematic.js';
import { AS_DRAWN, withFactor, withoutGroup } from '../../../../web/model/water.js';

/** @typedef {import('../../../../web/model/water.js').Judgement} Judgement */

const year = (/** @type {number} */ m3) => Array(12).fill(m3);
const link = (/** @type {string} */ edge, /** @type {string} */ feature, /** @type {string} */ from, /** @type {string} */ to, m3 = 100) => ({ edge, feature, name: feature, from, to, capacity_m3d: null, loss_share: 0.1, m3: year(m3) });
const lake = (/** @type {string} */ feature) => ({ feature, name: feature, normal_m3: 1, months: [], needs: [] });
const LAKES = ['lakes/1', 'lakes/2', 'lakes/3'].map(lake);
// A ring of two lakes that a river of two stretches feeds, with a third lake below them.
const LINKS = [link('a', 'rivers/1', 'n1', 'n2'), link('b', 'rivers/1', 'n2', 'lakes/1'), link('c', 'water_links/1', 'lakes/1', 'lakes/2'), link('d', 'water_links/2', 'lakes/2', 'lakes/1'), link('e', 'water_links/3', 'lakes/2', 'lakes/3')];
const SOURCES = [{ feature: 'water_structures/1', name: '取水口', group: '黄河', at: 'lakes/2', m3: year(50) }];

test('the schematic keeps each lake once, joins the stretches of a line, and lays what is fed below what feeds it', () => {
    const { spots, ways, rows } = schematic({ lakes: LAKES, links: LINKS, sources: SOURCES });
    assert.deepEqual(spots.filter(({ kind }) => kind === 'lake').map(({ id }) => id).sort(), ['lakes/1', 'lakes/2', 'lakes/3']);
    assert.deepEqual(ways.find(({ feature }) => feature === 'rivers/1')?.edges, ['a', 'b']);
    assert.equal(spots.some(({ id }) => id === 'n2'), false);
    const y = (/** @type {string} */ id) => spots.find((spot) => spot.id === id)?.y ?? NaN;
    assert.ok(y('n1') < y('lakes/1') && y('lakes/1') < y('lakes/2') && y('lakes/2') < y('lakes/3') && y('water_structures/1') < y('lakes/2'));
    assert.equal(new Set(spots.map((spot) => `${spot.x} ${spot.y}`)).size, spots.length);
    assert.ok(rows >= 4 && spots.every((spot) => spot.x > 0 && spot.x < 1 && spot.y > 0 && spot.y < 1));
    assert.deepEqual(schematic({ lakes: [...LAKES].reverse(), links: [...LINKS].reverse(), sources: SOURCES }).spots.sort(byId), spots.sort(byId));
    const meeting = schematic({ lakes: LAKES, links: [link('f', 'water_links/4', 'water_structures/1', 'lakes/3')], sources: [{ ...SOURCES[0], at: 'water_structures/1' }] });
    assert.deepEqual(meeting.ways.map(({ from, to }) => [from, to]), [['water_structures/1', 'lakes/3']]);
    assert.equal(meeting.spots.find(({ id }) => id === 'water_structures/1')?.kind, 'source');
    assert.deepEqual(schematic({ lakes: [], links: [], sources: [] }), { spots: [], ways: [], rows: 0 });
});

const byId = (/** @type {{id: string}} */ a, /** @type {{id: string}} */ b) => (a.id < b.id ? -1 : 1);

test('what comes to a lake is told by source and link, losses taken off, and whose water stands there by share', () => {
    const months = Array.from({ length: 12 }, (_, i) => ({ month: (i + 6) % 12 + 1, natural_m3: 0, sky_m3: i ? -5 : 5, spilled_in_m3: 0, uses_m3: 7, spilled_m3: 0, shares: i ? { 黄河: 0.7, natural: 0.3 } : { natural: 1 } }));
    const second = /** @type {any} */ ({ ...lake('lakes/2'), months });
    const told = parts(/** @type {any} */ ({ links: LINKS, sources: SOURCES }), second);
    assert.deepEqual(told.map(({ kind, name, comes, m3 }) => [kind, name, comes, m3[1]]), [
        ['sources_m3', '取水口', true, 50], ['links_in_m3', 'water_links/1', true, 90], ['sky_m3', '', true, 0], ['sky_m3', '', false, 5],
        ['links_out_m3', 'water_links/2', false, 100], ['links_out_m3', 'water_links/3', false, 100], ['uses_m3', '', false, 7]]);
    assert.deepEqual(origins(second).map(({ origin, shares }) => [origin, shares[0], shares[1]]), [['黄河', 0, 0.7], ['natural', 1, 0.3]]);
});

test('a supposition is one of each thing: closed, as drawn, or so many times as large', () => {
    const closed = withFactor(AS_DRAWN, 'water_links/1', 0);
    assert.deepEqual(closed, { close: ['water_links/1'], without: [], scale: {} });
    const larger = withFactor(closed, 'water_links/1', 1.2);
    assert.deepEqual(larger, { close: [], without: [], scale: { 'water_links/1': 1.2 } });
    assert.deepEqual(withFactor(larger, 'water_links/1', 1), AS_DRAWN);
    assert.deepEqual(withoutGroup(withoutGroup(AS_DRAWN, '黄河'), '黄河'), AS_DRAWN);
});
