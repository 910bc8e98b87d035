import assert from 'node:assert/strict';
import { plotsNamed, story } from './harness.js';
import { answered, clickAll, drawPark, SQUARE, take } from './hand.js';

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
