import assert from 'node:assert/strict';
import { plotsNamed, story } from './harness.js';
import { answered, clickAll, draw, save, take } from './hand.js';

story('a corridor is drawn by its middle, and its widths to the left and right make the belt', async (stage) => {
    const page = await stage.page();
    await take(page, 'l');
    await answered(page, 'POST', '/api/check', () => clickAll(page, [[600, 400], [900, 400], [900, 500]]));
    await page.locator('gp-targets .target ins', { hasText: '米' }).first().waitFor();
    await page.keyboard.press('Escape');

    await draw(page, 'l', [[600, 400], [900, 400]]);
    await page.locator('#field-name').fill('试画廊道');
    for (const [side, metres] of [['left', '10'], ['right', '30']]) {
        await page.locator(`#field-${side}_width_m`).fill(metres);
        await answered(page, 'POST', '/api/check', () => page.locator(`#field-${side}_width_m`).blur());
    }
    await stage.shot(page, 'corridor');
    assert.equal(await save(page), 200);
    const [belt] = await plotsNamed(stage, '试画廊道');
    assert.ok(belt.lengthM > 200);
    const width = belt.gross.planeM2 / belt.grossLengthM;
    assert.ok(Math.abs(width - 40) < 0.5, `the belt is ${width} m wide`);
});
