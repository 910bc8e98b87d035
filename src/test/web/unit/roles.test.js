import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paintOf, strokeOf } from '../../../../web/model/paint.js';
import { batchStatus } from '../../../../web/model/plots.js';
import { attributeOf, calledBy, listOf, nameIn, statusColours, statusesOf } from '../../../../web/model/roles.js';

const words = (/** @type {string} */ text) => ({ zh: text, en: text });
const code = (/** @type {string} */ id, /** @type {string|null} */ colour, /** @type {string|null} */ darkColour = null) => ({
    code: id,
    title: words(id),
    parent: null,
    rank: null,
    colour,
    darkColour,
});
const layer = /** @type {any} */ ({
    id: 'gardens',
    role: 'adds green',
    attributes: [{ name: 'stage', role: 'status', codes: 'stages' }, { name: 'status', role: null, codes: null }],
    style: { fill: '#0f0', fillOpacity: 0.5, stroke: '#000', width: 1, dash: [], pattern: 'none' },
});

/** A plan whose catalogue has other words than the bundled one. */
const plan = /** @type {any} */ ({
    layers: [layer],
    roles: { status: 'stages', class: 'sorts' },
    codes: {
        stages: { title: words('Stage'), codes: [code('done', '#111111', '#eeeeee'), code('half "way"', '#222222'), code('idea', null)] },
        status: { title: words('Another list of that name'), codes: [code('x', '#333333')] },
    },
});

test('statuses are those of the list that the role has, in its order', () => {
    assert.deepEqual(statusesOf(plan).map((each) => each.code), ['done', 'half "way"', 'idea']);
    assert.equal(listOf(plan, 'effect'), undefined);
    assert.deepEqual(statusesOf(null), []);
});

test('colours come from the catalogue, for light and for dark', () => {
    const sheet = statusColours(plan, (text) => text.replaceAll('"', '\\"'));
    assert.deepEqual(sheet.split('\n'), [
        '[data-status="done"] { --status: light-dark(#111111, #eeeeee); }',
        '[data-status="half \\"way\\""] { --status: light-dark(#222222, #222222); }',
    ]);
});

test('the firmer the decision the firmer the line, however many statuses there are', () => {
    const widths = (/** @type {string[]} */ statuses) => statuses.map((status) => strokeOf(statuses, status)?.width);
    assert.deepEqual(widths(['a', 'b', 'c', 'd']), [1.6, 1.35, 1.1, 1]);
    assert.deepEqual(widths(['a', 'b']), [1.6, 1]);
    assert.deepEqual(widths(['a']), [1.6]);
    assert.equal(strokeOf(['a'], 'unknown'), undefined);
    const paint = paintOf(layer, { type: 3, tags: { status: 'idea' } }, false, { by: 'layer', statuses: ['done', 'half', 'idea'], colours: {} });
    assert.deepEqual(paint.dash, [3, 3]);
});

test('a status is written into the attribute that has the role', async () => {
    assert.equal(attributeOf(layer, 'status')?.name, 'stage');
    /** @type {any[]} */
    let written = [];
    const desk = /** @type {any} */ ({
        state: { plan, saving: false, author: 'li', selection: [] },
        set() {},
        refresh: async () => undefined,
        api: {
            plots: { some: async () => ({ rows: [{ layer: 'gardens', id: 1, version: 3, attributes: { status: 'idea' } }] }) },
            apply: async (/** @type {string} */ author, /** @type {string} */ comment, /** @type {any[]} */ changes) => {
                written = changes;
                return { changeset: 1, features: [], deleted: [], targets: { before: [], after: [] }, notices: [] };
            },
        },
    });
    await batchStatus(desk, [{ layer: 'gardens', id: 1 }], 'done');
    assert.deepEqual(written, [{ op: 'patch', layer: 'gardens', id: 1, version: 3, feature: { type: 'Feature', properties: { stage: 'done' } } }]);
});

test('what a feature is called stands in the attribute of that role', () => {
    const attributes = [{ name: 'name', role: null }, { name: 'mingcheng', role: 'name' }];
    const layer = /** @type {any} */ ({ id: 'parks', attributes });
    assert.equal(nameIn(layer, { name: 'no', mingcheng: '月季园' }), '月季园');
    assert.equal(nameIn(layer, {}), '');
    assert.equal(nameIn(undefined, { name: 'no' }), '');
    assert.deepEqual(calledBy(layer, {}, '南岗区'), { mingcheng: '南岗区' });
    assert.deepEqual(calledBy(layer, { mingcheng: '道里' }, '南岗区'), { mingcheng: '道里' });
});
