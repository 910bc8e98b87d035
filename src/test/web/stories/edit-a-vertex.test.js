import assert from 'node:assert/strict';
import { drawPark, plotsNamed, save, story, take } from './harness.js';

story('a corner is moved and the area follows; undo before saving takes the move back', async (stage) => {
    const page = await stage.page();
    await drawPark(page, [[600, 350], [760, 350], [760, 480], [600, 480]], '改角公园');
    const [before] = await plotsNamed(stage, '改角公园');

    await take(page, 'e');
    await page.waitForTimeout(300);
    await drag(page, [760, 480], [840, 560]);
    await page.keyboard.press('Control+z');
    await page.waitForTimeout(300);
    await drag(page, [760, 480], [800, 520]);
    assert.equal(await save(page), 200);

    const [after] = await plotsNamed(stage, '改角公园');
    assert.equal(after.id, before.id);
    assert.equal(after.version, before.version + 1);
    const growth = after.gross.planeM2 / before.gross.planeM2;
    // The corner moved by 40 pixels, not by 80: 160 × 130 grows by half of 40 × 160 and of 40 × 130.
    assert.ok(Math.abs(growth - (160 * 130 + 20 * 160 + 20 * 130) / (160 * 130)) < 0.02, `grew ${growth}`);
});

/** @param {import('./harness.js').Page} page @param {number[]} from @param {number[]} to */
async function drag(page, from, to) {
    await page.mouse.move(from[0], from[1]);
    await page.mouse.down();
    await page.mouse.move(to[0], to[1], { steps: 8 });
    await page.mouse.up();
    await page.waitForTimeout(300);
}
