import assert from 'node:assert/strict';
import { story } from './harness.js';
import { geojson } from './files.js';
import { bring, preview, surveyed } from './importing.js';

story('shapes that a file holds twice are taken once by one tick; a page that goes takes its import along', async (stage) => {
    const page = await stage.page();
    const collection = surveyed();
    const begun = page.waitForResponse((r) => r.request().method() === 'POST' && new URL(r.url()).pathname === '/api/intakes');
    await bring(page, [geojson('公园绿地.geojson', { ...collection, features: [...collection.features, collection.features[0]] })]);
    const { id } = await (await begun).json();
    await page.locator('.intake .found-layers').waitFor();
    await preview(page);
    const tick = page.locator('.intake .repeated input[type=checkbox]');
    const comes = page.locator('.intake footer .primary');
    assert.match(await comes.innerText(), /3/);
    await tick.check();
    assert.match(await comes.innerText(), /2/);
    await page.locator('.intake .forecast .net').waitFor();
    await stage.shot(page, 'import repeated');
    const status = async () => (await fetch(`${stage.url}/api/intakes/${id}`)).status;
    assert.equal(await status(), 200);
    await page.goto('about:blank');
    for (let i = 0; i < 200 && (await status()) === 200; i++) await page.waitForTimeout(50);
    assert.equal(await status(), 404);
});
