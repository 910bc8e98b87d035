import assert from 'node:assert/strict';
import { plotsNamed, story } from './harness.js';
import { answered, drag, drawPark, save, SQUARE, take } from './hand.js';

story('a corner is moved and the area follows; undo before saving takes the move back', async (stage) => {
    const page = await stage.page();
    await drawPark(page, SQUARE, '改角公园');
    const [before] = await plotsNamed(stage, '改角公园');

    await take(page, 'e');
    const checked = (/** @type {() => Promise<unknown>} */ act) => answered(page, 'POST', '/api/check', act);
    await checked(() => drag(page, [760, 480], [840, 560]));
    await checked(() => page.keyboard.press('Control+z'));
    await checked(() => drag(page, [760, 480], [800, 520]));
    assert.equal(await save(page), 200);

    const [after] = await plotsNamed(stage, '改角公园');
    assert.equal(after.id, before.id);
    assert.equal(after.version, before.version + 1);
    const growth = after.gross.planeM2 / before.gross.planeM2;
    // The corner moved by 40 pixels, not by 80: 160 × 130 grows by half of 40 × 160 and of 40 × 130.
    assert.ok(Math.abs(growth - (160 * 130 + 20 * 160 + 20 * 130) / (160 * 130)) < 0.02, `grew ${growth}`);
});
