import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IN_FIREFOX } from './browser.js';
import { story } from './harness.js';

/** @param {import('./harness.js').Page} page @returns {Promise<{name: string, bytes: Buffer}>} */
async function taken(page) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.menu .export a.button').click()]);
    const folder = await mkdtemp(join(tmpdir(), 'greenplan-taken-'));
    const file = join(folder, 'file');
    await download.saveAs(file);
    // Firefox's protocol hands over a file that is still empty.
    const bytes = IN_FIREFOX ? Buffer.from(await (await fetch(download.url())).arrayBuffer()) : await readFile(file);
    await rm(folder, { recursive: true });
    return { name: download.suggestedFilename(), bytes };
}

story('what is selected leaves as GeoJSON and as a drawing; the whole plan as a GeoPackage', async (stage) => {
    const [plot] = await stage.get('/api/plots');
    const page = await stage.page({ hash: `#14/34.8/113.28/${plot.layer}:${plot.id}`, acceptDownloads: true });
    await page.locator('.inspector').waitFor();
    await page.locator('gp-menu [popovertarget=export]').click();
    await page.locator('select[name="export-what"]').selectOption('selection');
    const geojson = await taken(page);
    assert.match(geojson.name, /\.geojson$/);
    const { features } = JSON.parse(geojson.bytes.toString());
    assert.deepEqual(features.map((/** @type {any} */ f) => f.properties.gp_id), [plot.id]);

    await page.locator('select[name="export-format"]').selectOption('dxf');
    await page.locator('input[name="export-vertices"]').check();
    await stage.shot(page, 'export');
    const drawing = await taken(page);
    assert.match(drawing.name, /\.dxf$/);
    assert.match(drawing.bytes.toString('latin1'), /AC1015/);
    assert.match(drawing.bytes.toString('latin1'), /J1/);

    await page.locator('select[name="export-what"]').selectOption('all');
    await page.locator('select[name="export-format"]').selectOption('geopackage');
    const whole = await taken(page);
    assert.match(whole.name, /\.gpkg$/);
    assert.equal(whole.bytes.subarray(0, 15).toString(), 'SQLite format 3');
    assert.deepEqual(stage.faults, []);
});

story('what a format cannot hold is said before anything is lost, in both languages', async (stage) => {
    const page = await stage.page();
    await page.locator('gp-menu [popovertarget=export]').click();
    const limits = page.locator('.menu .limits');
    await page.locator('select[name="export-format"]').selectOption('shapefile');
    assert.match(await limits.innerText(), /10 个字节[^]*254 字节/);
    await stage.shot(page, 'export limits');
    await page.locator('select[name="export-format"]').selectOption('parcel');
    assert.match(await limits.innerText(), /只有面/);
    await page.keyboard.press('Escape');
    await page.locator('gp-menu button.round').click();
    await page.getByText('English', { exact: true }).click();
    await page.locator('gp-menu [popovertarget=export]').click();
    await limits.filter({ hasText: 'Areas only' }).waitFor();
});
