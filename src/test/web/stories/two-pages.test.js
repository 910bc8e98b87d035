import assert from 'node:assert/strict';
import { story } from './harness.js';
import { drawPark, pick, SQUARE } from './hand.js';

story('two people at two maps see each other’s plots without a reload', async (stage) => {
    const mine = await stage.page({ author: '甲' });
    const theirs = await stage.page({ author: '乙' });
    const redrawn = theirs.waitForResponse((r) => /\/tiles\/[^/]*parks/.test(r.url()) && r.status() === 200);
    await drawPark(mine, SQUARE, '甲的公园');
    const saved = Date.now();
    await redrawn;
    assert.ok(Date.now() - saved < 1500, 'the other map is told at once');

    // The tile has come; it is on the canvas when the pointer finds the park in it.
    await theirs.mouse.move(670, 410);
    await theirs.waitForFunction(() => {
        const map = document.querySelector('#map');
        map?.dispatchEvent(new MouseEvent('mousemove', { clientX: 680, clientY: 415, bubbles: true }));
        return map?.classList.contains('map-pointing');
    });
    await pick(theirs, [680, 415], '甲的公园');
});
