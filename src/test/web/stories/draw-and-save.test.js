import assert from 'node:assert/strict';
import { clickAll, drawPark, plotsNamed, story, take } from './harness.js';

story('a planner draws a park, sees what counts while drawing, names it and saves it', async (stage) => {
    const page = await stage.page();
    await take(page, 'p');
    await clickAll(page, [[600, 350], [760, 350], [760, 480]]);
    const asked = await page.waitForResponse((r) => r.url().endsWith('/api/check'));
    assert.equal(asked.status(), 200);
    await page.keyboard.press('Escape');

    await drawPark(page, [[600, 350], [760, 350], [760, 480], [600, 480]], '新画公园');
    const [plot] = await plotsNamed(stage, '新画公园');
    assert.ok(plot, 'the park is in the plan');
    assert.ok(plot.gross.planeM2 > 1000);
    assert.match(page.url(), new RegExp(`parks:${plot.id}$`));
    assert.deepEqual(stage.faults, []);
});
