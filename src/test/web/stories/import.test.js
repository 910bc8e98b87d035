import assert from 'node:assert/strict';
import { CORNER, plotsNamed, story } from './harness.js';
import { drawing, ringOf, shapefile, upload, zipped } from './files.js';
import { answered } from './hand.js';

/** @typedef {import('playwright-core').Page} Page */

const WAIT = { timeout: 90000 };

/** Opens the import from the menu and hands files over. @param {Page} page @param {import('./files.js').Upload[]} files */
async function bring(page, files) {
    await page.locator('gp-menu button.round').click();
    await page.locator('#menu button', { hasText: '导入' }).click();
    await page.locator('.intake input[type=file]').setInputFiles(files);
}

/** @param {Page} page */
async function preview(page) {
    await page.locator('.intake footer .primary').click();
    await page.locator('.intake .preview').waitFor(WAIT);
}

/** @param {Page} page */
async function apply(page) {
    await page.locator('.intake footer .primary').click();
    await page.locator('.intake').waitFor({ state: 'detached', ...WAIT });
    await page.locator('.toast', { hasText: '可撤销' }).waitFor();
}

/** @param {Page} page */
const undo = (page) => answered(page, 'POST', '/api/undo', () => page.locator('body').press('Control+z'));

/** @param {import('./harness.js').Stage} stage @param {number} id */
const park = (stage, id) => stage.get(`/ogc/collections/parks/items/${id}?f=json`);

/** @param {Page} page @param {string} state */
const counted = async (page, state) => Number(await page.locator(`.intake .outcome .${state} b`).innerText());

/** Two parks in the quiet corner with the fields of a survey office. */
function surveyed() {
    const square = (/** @type {number} */ east) => {
        const [west, south, size] = [CORNER.lon + east, CORNER.lat, 0.0008];
        return [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]];
    };
    const features = ['测绘甲园', '测绘乙园'].map((name, i) => ({
        type: 'Feature', properties: { DKMC: name, ND: 2019 }, geometry: { type: 'Polygon', coordinates: [square(i * 0.001)] },
    }));
    return { type: 'FeatureCollection', features };
}

story('a zipped GBK shapefile comes in with its names and fields, and one undo takes it all back', async (stage) => {
    const page = await stage.page();
    const legend = page.locator('.layers .layer', { hasText: '公园绿地' }).locator('.count');
    const before = Number(await legend.innerText());
    await bring(page, [await zipped(surveyed(), '公园绿地')]);
    await page.locator('.intake .found-layers li', { hasText: '2 条' }).waitFor(WAIT);
    assert.equal(await page.locator('.intake [name=target]').inputValue(), 'parks');
    assert.match(await page.locator('.intake .option:has(:checked)').innerText(), /38[^]*100%/);
    assert.equal(await page.getByLabel('字段 DKMC 对应').inputValue(), 'name');
    assert.match(await page.locator('.intake .mapping').innerText(), /测绘甲园/);
    await stage.shot(page, 'import choices');
    await preview(page);
    assert.equal(await counted(page, 'new'), 2);
    await stage.shot(page, 'import preview');
    await apply(page);
    assert.equal((await plotsNamed(stage, '测绘甲园')).length, 1);
    await legend.filter({ hasText: String(before + 2) }).waitFor();
    assert.equal(await undo(page), 200);
    await legend.filter({ hasText: String(before) }).waitFor();
    assert.equal((await plotsNamed(stage, '测绘甲园')).length + (await plotsNamed(stage, '测绘乙园')).length, 0);
});

story('a shapefile that was cut off is refused in words, and the next file is read all the same', async (stage) => {
    const page = await stage.page();
    const parts = await shapefile(surveyed(), 'parks');
    const cut = parts.map(({ name, buffer }) => upload(name, name.endsWith('.shp') ? buffer.subarray(0, buffer.length - 60) : buffer));
    await bring(page, cut);
    const problem = page.locator('.intake [role=alert]');
    await problem.waitFor(WAIT);
    assert.match(await problem.innerText(), /parks\.shp/);
    await stage.shot(page, 'import refused');
    await page.locator('.intake input[type=file]').setInputFiles(parts);
    await page.locator('.intake .found-layers').waitFor(WAIT);
    assert.equal(await problem.count(), 0);
    await page.locator('.intake header button').click();
    await page.locator('.intake').waitFor({ state: 'detached' });
});

story('a drawing comes back from the designer: what changed, what is new and what is missing is shown, and one is left out', async (stage) => {
    const page = await stage.page();
    const [moved, kept] = await Promise.all([7, 8].map((id) => park(stage, id)));
    const square = ringOf(surveyed().features[0].geometry);
    const other = ringOf(surveyed().features[1].geometry);
    await bring(page, [drawing('returned.dxf', [
        { ring: ringOf(moved.geometry, [5, 0]), plot: 'parks.7' }, { ring: ringOf(kept.geometry), plot: 'parks.8' }, { ring: square }, { ring: other },
    ])]);
    await page.locator('.intake .found-layers').waitFor(WAIT);
    await page.locator('.intake [name=target]').selectOption('parks');
    await page.locator('.intake .modes label', { hasText: '更新' }).click();
    await preview(page);
    assert.deepEqual(await Promise.all(['changed', 'new', 'same'].map((state) => counted(page, state))), [1, 2, 1]);
    assert.ok((await counted(page, 'vanished')) >= 10);
    assert.equal(await page.locator('.intake .items .vanished input:checked').count(), 0, 'what the drawing lacks stays');
    await page.locator('.intake .items .new input').first().uncheck();
    await stage.shot(page, 'import differences');
    const before = (await stage.get('/api/plots')).length;
    await apply(page);
    assert.equal((await stage.get('/api/plots')).length, before + 1);
    assert.equal((await park(stage, 7)).version, moved.version + 1);
    assert.equal((await park(stage, 8)).version, kept.version);
    await undo(page);
    assert.deepEqual((await park(stage, 7)).geometry, moved.geometry);
});

story('a drawing without coordinates is laid on the map by two corners', async (stage) => {
    const page = await stage.page();
    await bring(page, [drawing('loose.dxf', [{ ring: [[0, 0], [120, 0], [120, 80], [0, 80]] }])]);
    await page.locator('.intake .found-layers').waitFor(WAIT);
    await page.locator('.intake [name=target]').selectOption('parks');
    await page.locator('.intake [name=crs][value=points]').check();
    const corners = page.locator('.intake .drawing .corner');
    for (const [i, [x, y]] of [[600, 480], [760, 480]].entries()) {
        await corners.nth(i).click({ force: true });
        await page.locator('.intake .point .pick').nth(i).click();
        await page.locator('#map.map-picking').waitFor();
        await page.mouse.click(x, y);
        await page.locator('#map:not(.map-picking)').waitFor();
    }
    await stage.shot(page, 'import control points');
    await preview(page);
    assert.match(await page.locator('.intake .residuals').innerText(), /±0\.00 m[^]*±0\.00 m/);
    const known = new Set((await stage.get('/api/plots')).map((/** @type {{id: number}} */ { id }) => id));
    await apply(page);
    const [laid] = (await stage.get('/api/plots')).filter((/** @type {{id: number}} */ { id }) => !known.has(id));
    const { geometry } = await park(stage, laid.id);
    const ring = ringOf(geometry);
    const sides = ring.map(([x, y], i) => Math.hypot(x - ring[(i + 1) % 4][0], y - ring[(i + 1) % 4][1])).sort((a, b) => a - b);
    assert.ok(Math.abs(sides[0] / sides[3] - 2 / 3) < 1e-3, `the drawing keeps its form: ${sides}`);
    await undo(page);
});
