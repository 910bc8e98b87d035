import assert from 'node:assert/strict';
import { drawPark, plotsNamed, story } from './harness.js';

story('what was saved can be taken back after a reload, and brought back', async (stage) => {
    const page = await stage.page();
    await drawPark(page, [[600, 350], [760, 350], [760, 480], [600, 480]], '可撤销公园');
    await page.reload();
    await page.locator('gp-tools button').first().waitFor();
    await page.waitForTimeout(1000);

    const undone = page.waitForResponse((r) => r.url().endsWith('/api/undo') && r.request().method() === 'POST');
    await page.locator('body').press('Control+z');
    assert.equal((await undone).status(), 200);
    assert.equal((await plotsNamed(stage, '可撤销公园')).length, 0);

    const redone = page.waitForResponse((r) => r.url().endsWith('/api/redo'));
    await page.waitForTimeout(500);
    await page.locator('body').press('Control+y');
    assert.equal((await redone).status(), 200);
    assert.equal((await plotsNamed(stage, '可撤销公园')).length, 1);
});
