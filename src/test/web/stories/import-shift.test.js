import assert from 'node:assert/strict';
import { plotsNamed, story } from './harness.js';
import { geojson, kml } from './files.js';
import { gcj02 } from './gcj.js';
import { apply, bring, preview, surveyed, WAIT } from './importing.js';

/** @param {any} geometry @returns {[number, number][]} */
const outline = ({ type, coordinates }) => (type === 'MultiPolygon' ? coordinates[0][0] : coordinates[0]);

/** How far the corners of the imported plot lie from the true ones, in metres. @param {import('./harness.js').Stage} stage @param {string} name @param {[number, number][]} truth */
async function offBy(stage, name, truth) {
    const [{ id }] = await plotsNamed(stage, name);
    const { geometry } = await stage.get(`/ogc/collections/parks/items/${id}?f=json`);
    const metres = ([x, y] = [0, 0], [a, b] = [0, 0]) => Math.hypot((x - a) * 111320 * Math.cos((y * Math.PI) / 180), (y - b) * 111320);
    return Math.max(...outline(geometry).map((corner) => Math.min(...truth.map((place) => metres(corner, place)))));
}

story('a plot from a shifted map is moved back: offered with its reason, chosen by the planner', async (stage) => {
    assert.deepEqual(gcj02([113.29, 34.81]).map((d) => d.toFixed(6)), ['113.296359', '34.809074']);
    const page = await stage.page();
    const plans = surveyed(['高德上画的园']);
    const truth = plans.features[0].geometry.coordinates[0];
    plans.features[0].geometry.coordinates = [truth.map(gcj02)];
    await bring(page, [geojson('公园绿地.geojson', plans)]);
    const shift = page.locator('.intake .option', { hasText: 'GCJ-02' });
    await shift.waitFor(WAIT);
    assert.match(await shift.innerText(), /高德[^]*移回 5\d\d 米/);
    assert.equal(await page.locator('.intake [name=crs]:checked').inputValue(), 'EPSG:4490', 'nothing is shifted unasked');
    await shift.click();
    await stage.shot(page, 'import shifted');
    await preview(page);
    await apply(page);
    const metres = await offBy(stage, '高德上画的园', truth);
    assert.ok(metres < 1, `${metres} m beside its place`);
});

story('a shifted KML that holds the boundary tells by itself where it belongs', async (stage) => {
    const page = await stage.page();
    const { features: [district] } = await stage.get('/ogc/collections/district/items?f=json&limit=1');
    const truth = surveyed(['奥维上画的园']).features[0].geometry.coordinates[0];
    await bring(page, [kml('奥维.kml', { 区界: { 范围线: outline(district.geometry).map(gcj02) }, 公园绿地: { 奥维上画的园: truth.map(gcj02) } })]);
    await page.locator('.intake .found-layers li').nth(1).waitFor(WAIT);
    await page.getByLabel('导入 区界').uncheck();
    await page.locator('.intake .found-layers button', { hasText: '公园绿地' }).click();
    assert.equal(await page.locator('.intake [name=crs]:checked').inputValue(), 'GCJ02');
    assert.match(await page.locator('.intake .option:has(:checked)').innerText(), /与区界相符，平均相差 \d\.\d 米/);
    await stage.shot(page, 'import shifted with the boundary');
    await preview(page);
    await apply(page);
    const metres = await offBy(stage, '奥维上画的园', truth);
    assert.ok(metres < 1, `${metres} m beside its place`);
});
