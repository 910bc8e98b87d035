import assert from 'node:assert/strict';
import test from 'node:test';
import { again, changesOf, outcome, suggested } from '../../../../web/model/intake-choices.js';

/** @param {object} [more] @returns {any} */
const layer = (more = {}) => ({
    source: 0, name: 'a', file: 'a.csv', count: 3, withoutShape: 0, checkout: false, returned: false, target: 'parks', candidates: [{ crs: 'EPSG:4490' }],
    targets: [{ layer: 'parks', fields: { 名称: 'name' } }, { layer: 'lakes', fields: { 名称: 'name' } }], ...more,
});

test('a checked-out layer is taken though nothing is left in it: that too is a change', () => {
    assert.equal(suggested(layer({ count: 0 })).take, false);
    const back = suggested(layer({ count: 0, checkout: true, candidates: [] }));
    assert.deepEqual([back.take, back.mode, back.crs], [true, 'checkin', 'EPSG:4490']);
});

test('another reading keeps what was decided, with the new names of the columns', () => {
    const before = { ...suggested(layer()), target: 'lakes', crs: 'GCJ02', fields: { '鏄庣О': 'name' } };
    const after = again(layer(), before);
    assert.deepEqual([after.target, after.crs, after.fields], ['lakes', 'GCJ02', { 名称: 'name' }]);
});

test('what the choices come to: changes, conflicts to decide, records to give up', () => {
    const counts = { new: 2, changed: 3, vanished: 4, conflict: 2, refused: 1 };
    const preview = /** @type {any} */ ({ source: 0, counts });
    const choice = { ...suggested(layer()), mode: /** @type {const} */ ('update'), leaveOut: [1], remove: [9], overwrite: [5] };
    assert.equal(changesOf(choice, preview), 2 + 3 - 1 + 1 + 1);
    assert.equal(changesOf({ ...choice, mode: 'checkin' }, preview), 2 + 3 - 1 + 4 + 1);
    const intake = /** @type {any} */ ({ choices: [choice], preview: [preview] });
    assert.deepEqual(outcome(intake), { changes: 6, undecided: 1, refused: 1 });
    intake.choices = [{ ...choice, keep: [6], skipRefused: true }];
    assert.deepEqual(outcome(intake), { changes: 6, undecided: 0, refused: 0 });
});
