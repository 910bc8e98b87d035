import assert from 'node:assert/strict';
import { plotsNamed, story } from './harness.js';
import { drawing, ringOf, shapefile, upload, zipped } from './files.js';
import { apply, bring, counted, park, preview, surveyed, undo, WAIT } from './importing.js';

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
