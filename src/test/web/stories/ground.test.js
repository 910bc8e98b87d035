import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { story } from './harness.js';
import { answered } from './hand.js';

/** Flat ground at 130 m under the whole sample. */
const model = join(mkdtempSync(join(tmpdir(), 'greenplan-ground-')), 'flat.tif');
execFileSync('gdal_create', ['-q', '-of', 'GTiff', '-outsize', '60', '60', '-ot', 'Float32', '-burn', '130', '-a_srs', 'EPSG:4547', '-a_ullr', '400000', '3880000', '470000', '3820000', model]);

story('the form of a water link shows the ground along it and says whether it needs a pump', async (stage) => {
    const page = await stage.page();
    const field = page.locator('gp-search input');
    await answered(page, 'GET', '/api/search', () => field.fill('太溪湖—方顶湖'));
    await page.locator('#found li:not(.empty)').first().waitFor();
    await field.press('Enter');
    const ground = page.locator('gp-inspector .ground');
    await ground.locator('.chart .land').waitFor();
    assert.match(await ground.innerText(), /须泵送：终点 150\.0 m 高于起点 136\.0 m/);
    await ground.scrollIntoViewIfNeeded();
    await stage.shot(page, 'ground along a link');
}, { own: ['--dem', model] });
