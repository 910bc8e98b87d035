import assert from 'node:assert/strict';
import { CORNER, plotsNamed, story } from './harness.js';
import { answered, clickAll, drawPark, save, SQUARE, take } from './hand.js';

story('a planner draws a park, sees what counts while drawing, names it and saves it', async (stage) => {
    const page = await stage.page();
    await take(page, 'p');
    assert.equal(await answered(page, 'POST', '/api/check', () => clickAll(page, SQUARE.slice(0, 3))), 200);
    await page.locator('gp-inspector .figures .net').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('gp-inspector .inspector').waitFor({ state: 'detached' });

    await drawPark(page, SQUARE, '新画公园');
    const [plot] = await plotsNamed(stage, '新画公园');
    assert.ok(plot, 'the park is in the plan');
    assert.ok(plot.gross.planeM2 > 1000);
    assert.match(page.url(), new RegExp(`parks:${plot.id}$`));
    assert.deepEqual(stage.faults, []);
});

story('a corner is set where the hand is, however fast it came from a corner that it had caught', async (stage) => {
    const page = await stage.page();
    await drawPark(page, SQUARE, '先画的');
    await page.keyboard.press('Escape');
    const caught = page.waitForResponse((r) => /collections\/parks\/items\?/.test(r.url()));
    await take(page, 'p');
    await caught;
    const corners = SQUARE.map(([x, y]) => [x + 260, y]);
    for (const [x, y] of corners) {
        await page.mouse.move(SQUARE[2][0] - 3, SQUARE[2][1] - 3);
        await page.waitForTimeout(100);
        await page.mouse.move(SQUARE[2][0] + 2, SQUARE[2][1] + 2);
        await page.mouse.move(x, y);
        await page.mouse.click(x, y);
    }
    await page.keyboard.press('Enter');
    await page.locator('#field-name').fill('后画的');
    await save(page);
    const [{ gross }] = await plotsNamed(stage, '后画的');
    const metresOfPixel = (2 * Math.PI * 6378137 * Math.cos((CORNER.lat * Math.PI) / 180)) / (256 * 2 ** CORNER.zoom);
    const wanted = (SQUARE[1][0] - SQUARE[0][0]) * (SQUARE[2][1] - SQUARE[1][1]) * metresOfPixel ** 2;
    assert.ok(Math.abs(gross.planeM2 / wanted - 1) < 0.01, `${gross.planeM2} m² instead of some ${wanted} m²`);
});
