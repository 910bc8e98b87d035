import assert from 'node:assert/strict';
import test from 'node:test';
import { clearOf } from '../../../../web/map/clear.js';

const SIZE = { x: 1280, y: 800 };
const box = (/** @type {number} */ left, /** @type {number} */ top, /** @type {number} */ right, /** @type {number} */ bottom) => ({ left, top, right, bottom });

test('what is looked at lies where no panel covers it', () => {
    const [header, layers, inspector, status] = [box(12, 12, 1268, 98), box(12, 106, 310, 690), box(924, 106, 1268, 690), box(12, 752, 1268, 788)];
    assert.deepEqual(clearOf(SIZE, [header, layers, inspector, status]), box(334, 122, 900, 728));
    assert.deepEqual(clearOf(SIZE, [header, status]), box(24, 122, 1256, 728), 'the whole width where nothing stands beside');
    assert.deepEqual(clearOf(SIZE, [box(0, 0, 0, 0)]), box(24, 24, 1256, 776), 'a panel that is not shown covers nothing');
    const sheet = box(12, 430, 808, 780);
    assert.equal(clearOf({ x: 820, y: 800 }, [sheet]).bottom, 406, 'a sheet from below is cleared upwards');
    assert.deepEqual(clearOf({ x: 400, y: 700 }, [box(0, 0, 400, 300), box(0, 350, 400, 700)]), box(24, 24, 376, 676), 'where there is no room, all of the map');
});
