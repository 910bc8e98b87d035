import assert from 'node:assert/strict';
import { test } from 'node:test';
import { make, makeable } from '../../../../web/model/copies.js';
import { back, canSplit, finish, place } from '../../../../web/model/hand.js';
import { changesOf as joined } from '../../../../web/model/join.js';
import { fitted } from '../../../../web/model/relayer.js';
import { changesOf as followed } from '../../../../web/model/shared-edge.js';
import { changesOf as pieces } from '../../../../web/model/split.js';
import { counted, mineToday } from '../../../../web/model/today.js';
import { rectangleOf } from '../../../../web/model/typed.js';

const PARKS = /** @type {any} */ ({ id: 'parks', geometry: 'polygon', attributes: [
    { name: 'mc', type: 'text', role: 'name' }, { name: 'bh', type: 'text', role: 'code' }, { name: 'status', type: 'text', codes: 'status', role: 'status' }, { name: 'toilets', type: 'boolean' },
] });
const WOODS = /** @type {any} */ ({ id: 'woods', geometry: 'polygon', attributes: [
    { name: 'name', type: 'text', role: 'name', maxLength: 4 }, { name: 'status', type: 'text', codes: 'status', role: 'status' }, { name: 'bh', type: 'integer' },
] });
const square = (/** @type {number} */ side) => ({ type: 'Polygon', coordinates: [[[0, 0], [side, 0], [side, side], [0, side], [0, 0]]] });
const feature = (/** @type {number} */ id, /** @type {number} */ side) => /** @type {any} */ ({ layer: 'parks', id, version: 3, properties: { mc: `园${id}`, bh: `B${id}`, toilets: true }, geometry: square(side) });

test('the largest piece stays itself; the others have its attributes, names of their own and no code', () => {
    const changes = pieces(PARKS, { feature: feature(7, 3), pieces: [{ geometry: square(2), planeM2: 4 }, { geometry: square(1), planeM2: 1 }] });
    assert.deepEqual(changes[0], { op: 'replace', layer: 'parks', id: 7, version: 3, feature: { type: 'Feature', properties: { mc: '园7', bh: 'B7', toilets: true }, geometry: square(2) } });
    assert.deepEqual(changes[1], { op: 'create', layer: 'parks', feature: { type: 'Feature', properties: { mc: '园7-2', bh: null, toilets: true }, geometry: square(1) } });
});

test('what is merged goes on as the largest of them, the others are deleted, in one changeset', () => {
    const changes = joined({ features: [feature(1, 1), feature(2, 4), feature(3, 2)], geometry: square(9), planeM2: 81, parts: 1, twiceM2: 0 });
    assert.deepEqual(/** @type {any[]} */ (changes).map(({ op, id }) => `${op} ${id}`), ['delete 1', 'replace 2', 'delete 3']);
    assert.deepEqual(/** @type {any} */ (changes[1]).feature, { type: 'Feature', properties: feature(2, 4).properties, geometry: square(9) });
});

test('attributes go to another layer by what they mean, and what finds no place is told', () => {
    const plan = /** @type {any} */ ({ codes: { status: { codes: [{ code: 'proposed' }] } } });
    const { fits, lost } = fitted(PARKS, WOODS, { mc: '柳园', bh: 'B1', status: 'proposed', toilets: null }, plan);
    assert.deepEqual(fits, { name: '柳园', status: 'proposed' });
    assert.deepEqual(lost.map(({ attribute, value }) => [attribute.name, value]), [['bh', 'B1']]);
    const long = fitted(PARKS, WOODS, { mc: '太长的名称', status: 'gone', toilets: true }, plan);
    assert.deepEqual(long.lost.map(({ attribute }) => attribute.name), ['mc', 'status', 'toilets'], 'too long, no such code, no such attribute');
});

test('neighbours are in the changeset only where a shared edge is to move, and moved', async () => {
    const asked = /** @type {any[]} */ ([]);
    const desk = /** @type {any} */ ({ api: { reshape: async (/** @type {string} */ verb, /** @type {any} */ body) => {
        asked.push([verb, body]);
        return { geometry: square(5), neighbours: [{ feature: feature(9, 1), geometry: square(6) }] };
    } } });
    const draft = /** @type {any} */ ({ ...feature(1, 2), attributes: { mc: '甲' }, base: { geometry: square(1) }, together: true });
    assert.deepEqual((await followed(desk, draft)).map((/** @type {any} */ change) => [change.op, change.id, change.version, change.feature.geometry]), [['replace', 1, 3, square(5)], ['replace', 9, 3, square(6)]]);
    assert.equal((await followed(desk, { ...draft, together: false })).length, 1);
    assert.equal((await followed(desk, { ...draft, base: { geometry: square(2) } })).length, 1, 'nothing moved');
    assert.equal(asked.length, 1);
});

test('a line in the hand takes corners, gives them back, and ends when it has enough', () => {
    const desk = /** @type {any} */ ({ state: { tool: 'lasso', hand: null }, set(/** @type {object} */ patch) { this.state = { ...this.state, ...patch }; }, api: { reshape: () => new Promise(() => {}) } });
    place(desk, [1, 1]);
    place(desk, [1, 1]);
    place(desk, [2, 1]);
    assert.deepEqual(desk.state.hand.corners, [[1, 1], [2, 1]], 'a double click sets one corner');
    assert.equal(finish(desk), false, 'two corners are no lasso');
    place(desk, [2, 2]);
    assert.equal(finish(desk), true);
    assert.equal([back(desk), back(desk), back(desk), back(desk)].filter(Boolean).length, 3);
    desk.set({ tool: 'select' });
    place(desk, [3, 3]);
    assert.equal(desk.state.hand, null, 'only the tools of a line take corners');
});

test('a rectangle is known by its sides and their direction, whichever way it was drawn', () => {
    const plane = /** @type {any} */ ({ meridianDeg: 114, falseEastingM: 500000, falseNorthingM: 0, semiMajorM: 6378137 });
    const ring = [[114, 34], [114.001, 34], [114.001, 34.0005], [114, 34.0005], [114, 34]];
    const east = rectangleOf(plane, { type: 'Polygon', coordinates: [ring] });
    assert.ok(east && Math.abs(east.bearingDeg - 90) < 0.01 && Math.abs(east.widthM - 92.4) < 0.1 && Math.abs(east.heightM - 55.5) < 0.1, JSON.stringify(east));
    const other = rectangleOf(plane, { type: 'MultiPolygon', coordinates: [[[...ring].reverse()]] });
    assert.ok(other && Math.abs(other.bearingDeg - 90) < 0.01 && Math.abs(other.widthM - 92.4) < 0.1, JSON.stringify(other));
    assert.equal(rectangleOf(plane, { type: 'Polygon', coordinates: [[[114, 34], [114.001, 34], [114.0015, 34.0005], [114, 34.0005], [114, 34]]] }), null);
    assert.equal(rectangleOf(plane, null), null);
});

test('what I did today is mine, of today on the plan’s clock, and counted by what became of each feature', () => {
    const line = (/** @type {string} */ author, /** @type {string} */ at, /** @type {[string, number][]} */ changes) => /** @type {any} */ ({ author, at, changes: changes.map(([op, id]) => ({ op, layer: 'parks', id })) });
    const now = new Date('2026-11-28T17:00:00Z');
    const lines = [
        line('甲', '2026-11-28T16:40:00Z', [['replace', 1], ['delete', 3]]),
        line('乙', '2026-11-28T16:30:00Z', [['create', 2]]),
        line('甲', '2026-11-28T16:10:00Z', [['create', 1], ['create', 3]]),
        line('甲', '2026-11-28T15:59:00Z', [['create', 4]]),
    ];
    const mine = mineToday(lines, '甲', 'Asia/Shanghai', now);
    assert.deepEqual(mine, [lines[0], lines[2]], 'in China it is the 29th since 16:00 UTC');
    assert.deepEqual(counted(mine), { create: 1, replace: 0, delete: 0 }, 'what was made and deleted today is neither');
    assert.deepEqual(counted([lines[0]]), { create: 0, replace: 1, delete: 1 });
    assert.equal(mineToday(lines, '甲', 'UTC', now).length, 3);
});

test('a new corner takes back the question about an earlier line', () => {
    const desk = /** @type {any} */ ({ state: { tool: 'split', question: { text: {} }, hand: { corners: [[0, 0], [1, 1]], pieces: [square(1)] } }, set(/** @type {object} */ patch) { this.state = { ...this.state, ...patch }; } });
    place(desk, [2, 2]);
    assert.equal(desk.state.question, null);
    assert.deepEqual(desk.state.hand.pieces, []);
});

test('only an area of a plan that can be changed is split', () => {
    const of = (/** @type {object} */ state) => canSplit(/** @type {any} */ ({ state }));
    const layers = [PARKS, { id: 'roads', geometry: 'line' }];
    assert.equal(of({ plan: { layers }, feature: feature(1, 1) }), true);
    assert.equal(of({ plan: { layers, readOnly: { zh: '只读', en: 'read-only' } }, feature: feature(1, 1) }), false);
    assert.equal(of({ plan: { layers }, feature: { layer: 'roads' } }), false);
    assert.equal(of({ plan: { layers }, feature: null }), false);
});

test('a plot is made of a demolition plot, or of the belt along a shore, as a draft', async () => {
    const asked = /** @type {any[]} */ ([]);
    const lakes = { id: 'lakes', role: 'water', geometry: 'polygon', attributes: [{ name: 'name', type: 'text', role: 'name' }] };
    const parks = { ...PARKS, role: 'adds green', attributes: [...PARKS.attributes.slice(0, 2), { name: 'status', type: 'text', role: 'status', default: 'proposed' }] };
    const desk = /** @type {any} */ ({
        state: { plan: { layers: [lakes, parks, { ...lakes, id: 'rows', role: 'adds green', geometry: 'line' }] }, layers: { parks: { visible: false } }, parked: [], draft: null },
        set(/** @type {object} */ patch) { this.state = { ...this.state, ...patch }; },
        setLayer: (/** @type {string} */ id, /** @type {object} */ view) => asked.push([id, view]),
        goTo() {}, checks: { cancel() {}, submit() {} },
        api: { reshape: async (/** @type {string} */ verb, /** @type {any} */ body) => (asked.push([verb, body.widthM]), { geometry: square(9) }) },
    });
    const lake = /** @type {any} */ ({ layer: 'lakes', id: 4, version: 1, properties: { name: '柳湖' }, geometry: square(3) });
    assert.deepEqual(makeable(desk, lake).map(({ id }) => id), ['parks']);
    await make(desk, lake, 'parks', 20);
    assert.deepEqual(asked, [['offset', 20], ['parks', { visible: true }]]);
    assert.deepEqual({ ...desk.state.draft }, { geometry: square(9), layer: 'parks', attributes: { status: 'proposed', mc: '柳湖' }, dirty: true, stage: 'form' });
    await make(desk, lake, 'parks', 0);
    assert.deepEqual(desk.state.draft.geometry, square(3), 'without a width the outline itself');
    assert.deepEqual(makeable(desk, feature(1, 1)), [], 'a plot is one already');
});
