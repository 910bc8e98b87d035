import assert from 'node:assert/strict';
import test from 'node:test';
import { differing } from '../../../../web/model/lists.js';
import { Desk } from '../../../../web/model/desk.js';
import { ApiProblem } from '../../../../web/model/problems.js';

/** @typedef {import('../../../../web/model/types.js').Change} Change */

const KIND = { id: 'climate_year', title: { zh: '气候', en: 'Climate' }, label: '{name}', attributes: [{ name: 'name', default: null }, { name: 'rain', default: null }] };

/** A desk with one record open, and a server that keeps it as servers do: by version. */
async function deskOf() {
    /** @type {any} */
    let kept = { id: 1, layer: 'climate_year', version: 1, label: '平', properties: { name: '平', rain: [1, 2], source: null } };
    /** @type {Change[]} */
    const sent = [];
    const apply = async (/** @type {string} */ _author, /** @type {string} */ _comment, /** @type {any[]} */ [change]) => {
        sent.push(change);
        if (change.op !== 'create' && change.version !== kept?.version) {
            throw new ApiProblem(/** @type {any} */ ({ type: 'urn:greenplan:problem:conflict', title: '', status: 409, detail: '乙', current: kept }));
        }
        kept = { id: kept?.id ?? 2, layer: 'climate_year', version: (kept?.version ?? 0) + 1, label: '', properties: change.feature.properties };
        return { changeset: 1, features: [kept], deleted: [], notices: [], targets: { before: [], after: [] } };
    };
    const plan = /** @type {any} */ ({ layers: [], records: [KIND], lastChangeset: 0 });
    const api = /** @type {any} */ ({
        locale: 'zh', apply, plan: async () => plan, records: async () => (kept ? [kept] : []), past: async () => [], plots: { page: async () => ({ plots: 0, rows: [] }) }, targets: async () => [],
        history: async () => [], undoState: async () => ({ undo: null, redo: null }), items: async () => ({ features: [], numberMatched: 0, links: [] }),
    });
    const desk = new Desk(api);
    desk.set({ plan });
    await desk.openRecords('climate_year');
    const theirs = (/** @type {object|null} */ properties) => {
        kept = properties && { ...kept, version: kept.version + 1, properties: { ...kept.properties, ...properties } };
    };
    return { desk, sent, theirs, kept: () => kept };
}

test('what only one of two changed in a record is brought together and saved unasked', async () => {
    const { desk, theirs, kept, sent } = await deskOf();
    desk.fillRecord('rain', [1, 3]);
    theirs({ source: '气象站' });
    await desk.saveRecord();
    assert.deepEqual(kept().properties, { name: '平', rain: [1, 3], source: '气象站' });
    assert.equal(sent.length, 2);
    assert.equal(desk.state.records?.dirty, false);
});

test('what both changed in a record is asked for, a list as a whole, and nothing is written before', async () => {
    const { desk, theirs, kept, sent } = await deskOf();
    desk.fillRecord('rain', [1, 3]);
    desk.fillRecord('name', '丰');
    theirs({ rain: [9, 2], source: '气象站' });
    await desk.saveRecord();
    assert.deepEqual(desk.state.records?.merging?.asked, ['rain']);
    assert.equal(desk.state.records?.values.source, '气象站');
    await desk.saveRecord();
    await desk.record.settle();
    assert.equal(sent.length, 1);
    desk.record.pick('rain', 'theirs');
    await desk.record.settle();
    assert.deepEqual(kept().properties, { name: '丰', rain: [9, 2], source: '气象站' });
    assert.equal(desk.state.records?.merging, null);
});

test('where all that was chosen is the other person’s there is nothing to write', async () => {
    const { desk, theirs, sent } = await deskOf();
    desk.fillRecord('rain', [1, 3]);
    theirs({ rain: [9, 2] });
    await desk.saveRecord();
    desk.record.pick('rain', 'theirs');
    await desk.record.settle();
    assert.equal(sent.length, 1);
    assert.deepEqual(desk.state.records?.values.rain, [9, 2]);
    assert.equal(desk.state.records?.dirty, false);
});

test('a record that the other person deleted is made anew, or let go', async () => {
    for (const anew of [true, false]) {
        const { desk, theirs, kept } = await deskOf();
        desk.fillRecord('name', '丰');
        theirs(null);
        await desk.saveRecord();
        assert.equal(desk.state.records?.problem?.current, null);
        assert.equal(desk.state.records?.merging, null);
        if (anew) await desk.record.makeAnew();
        else desk.record.takeTheirs();
        assert.equal(kept()?.properties.name ?? null, anew ? '丰' : null);
        assert.equal(desk.state.records?.id, anew ? 2 : null);
    }
});

test('what is typed while a record is saved stays for the next save', async () => {
    const { desk, kept } = await deskOf();
    desk.fillRecord('name', '丰');
    const saved = desk.saveRecord();
    desk.fillRecord('rain', [7, 7]);
    await saved;
    assert.deepEqual(desk.state.records?.values.rain, [7, 7]);
    assert.equal(desk.state.records?.dirty, true);
    await desk.saveRecord();
    assert.deepEqual(kept().properties, { name: '丰', rain: [7, 7], source: null });
});

test('of two lists the cells are told that differ', () => {
    const months = /** @type {any} */ ({ table: false, length: 3, columns: [{ name: 'rain' }] });
    assert.deepEqual([...differing(months, [1, null, 3], [1, 0, 3])], ['1.0']);
    assert.deepEqual([...differing(months, null, null)], []);
    const table = /** @type {any} */ ({ table: true, length: null, maxRows: 9, columns: [{ name: 'h' }, { name: 'v' }] });
    assert.deepEqual([...differing(table, [{ h: 1, v: 2 }], [{ h: 1, v: 3 }, { h: 2, v: 4 }])], ['0.1', '1.0', '1.1']);
});
