import assert from 'node:assert/strict';
import { plotsNamed, story } from './harness.js';
import { drawPark, SQUARE } from './hand.js';

story('where two parks overlap, the ground counts once', async (stage) => {
    const page = await stage.page();
    const target = async () => (await stage.get('/api/targets')).find((/** @type {any} */ t) => t.id === 'new_green').planned;
    const empty = await target();
    await drawPark(page, SQUARE, '甲公园');
    const one = await target();
    // Snapping catches corners and edges, so these stay away from both.
    await page.keyboard.press('Escape');
    await drawPark(page, [[680, 300], [880, 300], [880, 530], [680, 530]], '乙公园');
    const both = await target();

    const [a] = await plotsNamed(stage, '甲公园');
    const [b] = await plotsNamed(stage, '乙公园');
    assert.ok(a.net.planeM2 + b.net.planeM2 < a.gross.planeM2 + b.gross.planeM2 - 100, 'the overlap is counted once');
    assert.ok(Math.abs(both - empty - a.net.planeM2 - b.net.planeM2) < 1, 'the target grows by what counts');
    assert.ok(one > empty && both > one);

    // Saved, it says at once who has the rest, and what it is to each target; a click lights the part.
    const part = page.locator('.overlaps button', { hasText: '甲公园' });
    const said = Number((await part.locator('b').innerText()).split('m²')[0].replace(/[^\d.]/g, ''));
    assert.ok(Math.abs(said - (b.gross.planeM2 - b.net.planeM2)) < 0.1, `甲公园 has ${said} m² of it`);
    assert.match(await page.locator('.moved li', { hasText: '新造林' }).innerText(), /不计\s*只计造林地块/);
    assert.ok(await page.locator('path.map-counted').count(), 'what counts stays hatched');
    await part.click();
    await page.locator('path.map-lit').waitFor();
    await stage.shot(page, 'the part that somebody else has');
    await part.click();
    await page.locator('path.map-lit').waitFor({ state: 'detached' });
});
