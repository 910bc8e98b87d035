import assert from 'node:assert/strict';
import { plotsNamed, story } from './harness.js';
import { geojson } from './files.js';
import { apply, bring, counted, preview, surveyed, WAIT } from './importing.js';

story('plots that are in the plan already are not drawn twice: the preview says so and offers to update', async (stage) => {
    const page = await stage.page();
    await bring(page, [geojson('公园绿地.geojson', surveyed())]);
    await page.locator('.intake .found-layers').waitFor(WAIT);
    await preview(page);
    assert.equal(await page.locator('.intake .already').count(), 0);
    await apply(page);

    await bring(page, [geojson('公园绿地.geojson', surveyed(['测绘甲园', '测绘乙园(改)', '测绘丙园']))]);
    await page.locator('.intake .found-layers').waitFor(WAIT);
    await preview(page);
    assert.equal(await counted(page, 'new'), 3);
    assert.match(await page.locator('.intake .already').innerText(), /3 条中有 2 条规划中已有/);
    assert.equal(await page.locator('.intake .items li', { hasText: '规划中已有' }).count(), 2);
    await stage.shot(page, 'import already there');
    await page.locator('.intake .already button').click();
    await page.locator('.intake .outcome .same').waitFor(WAIT);
    assert.deepEqual(await Promise.all(['new', 'changed', 'same'].map((state) => counted(page, state))), [1, 1, 1]);
    await stage.shot(page, 'import update instead');
    await apply(page);
    const found = await Promise.all(['测绘甲园', '测绘乙园', '测绘乙园(改)', '测绘丙园'].map((name) => plotsNamed(stage, name)));
    assert.deepEqual(found.map((plots) => plots.length), [1, 0, 1, 1]);
});
