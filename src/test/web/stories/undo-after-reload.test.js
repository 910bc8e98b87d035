import assert from 'node:assert/strict';
import { plotsNamed, ready, story } from './harness.js';
import { answered, drawPark, SQUARE } from './hand.js';

story('what was saved can be taken back after a reload, and brought back', async (stage) => {
    const page = await stage.page({ author: '撤销的人' });
    await drawPark(page, SQUARE, '可撤销公园');
    await page.reload();
    await ready(page);

    const undo = page.locator('gp-status .steps button').first();
    const redo = page.locator('gp-status .steps button').last();
    await undo.and(page.locator(':enabled')).waitFor();
    assert.equal(await answered(page, 'POST', '/api/undo', () => page.locator('body').press('Control+z')), 200);
    assert.equal((await plotsNamed(stage, '可撤销公园')).length, 0);

    await redo.and(page.locator(':enabled')).waitFor();
    assert.equal(await answered(page, 'POST', '/api/redo', () => page.locator('body').press('Control+y')), 200);
    assert.equal((await plotsNamed(stage, '可撤销公园')).length, 1);
});
