import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { gcj02 } from './gcj.js';
import { ready, story } from './harness.js';
import { IN_FIREFOX } from './browser.js';
import { answered, clickAll, draw, netShown, save } from './hand.js';
import { WAIT } from './importing.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./harness.js').Stage} Stage */

const AROUND = [[330, 260], [780, 260], [780, 620], [330, 620]];

/** The area of a ring on a plane, its corners brought there by PROJ. @param {number[][]} ring @param {string} plane */
function areaM2(ring, plane) {
    const input = ring.map(([lon, lat]) => `${lon} ${lat}`).join('\n');
    const text = execFileSync('gdaltransform', ['-s_srs', 'EPSG:4490', '-t_srs', plane, '-output_xy'], { input, encoding: 'utf8' });
    const places = text.trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number));
    const [x0, y0] = places[0];
    const twice = places.slice(1).reduce((sum, [x, y], i) => sum + (places[i][0] - x0) * (y - y0) - (x - x0) * (places[i][1] - y0), 0);
    return Math.abs(twice) / 2;
}

/** Goes to a place by its coordinates. @param {Page} page @param {string} place */
async function goTo(page, place) {
    await page.locator('gp-search input').fill(place);
    await page.locator('gp-search .found li').first().waitFor();
    await page.locator('gp-search input').press('Enter');
    await page.waitForFunction(() => location.hash.includes('/126.'));
}

/** The plan is made and the page has begun anew with it. @param {Page} page @param {string} title */
async function made(page, title) {
    await page.locator('.new-plan footer .primary').click();
    await page.locator('gp-brand .title', { hasText: title }).waitFor(WAIT);
    await ready(page);
}

/** Opens the plan of that title from the list. @param {Page} page @param {string} title */
async function openOther(page, title) {
    await page.locator('gp-brand [popovertarget=plans]').first().click();
    await page.locator('#plans li button', { hasText: title }).click();
    await page.locator('gp-brand .title', { hasText: title }).waitFor(WAIT);
    await ready(page);
}

/** Whose plan it is, the way to others and the last step of the dialogue are in reach of a thumb. @param {Page} page @param {{name: string, mimeType: string, buffer: Buffer}} file */
async function onAPhone(page, file) {
    const inReach = async (/** @type {string} */ what) => {
        const box = await page.locator(what).first().boundingBox();
        // Firefox without a screen shows no coarse pointer, for which buttons grow.
        const thumb = IN_FIREFOX ? 24 : 40;
        assert.ok(box && box.width >= thumb && box.height >= thumb && box.x >= 0 && box.x + box.width <= 390 && box.y + box.height <= 844, `${what} ${JSON.stringify(box)}`);
        await page.locator(what).first().tap();
    };
    await inReach('gp-brand .title');
    await page.locator('.programme').waitFor();
    await page.keyboard.press('Escape');
    await inReach('gp-brand [popovertarget=plans]');
    await inReach('#plans > button');
    await page.locator('.new-plan input[type=file]').setInputFiles([file]);
    await page.locator('.intake .systems input[value=GCJ02]').check(WAIT);
    await inReach('.intake footer .primary');
    await page.locator('.intake .preview').waitFor(WAIT);
    await page.close();
}

story('a plan for Harbin is made by hand, counts a park as PROJ does, and the way back leads to the earlier plan', async (stage) => {
    const page = await stage.page({ viewport: { width: 1280, height: 800 }, hash: '' });
    await page.locator('gp-brand button.new').click();
    await page.locator('.new-plan').waitFor();
    await stage.shot(page, 'new plan empty');
    await goTo(page, '126.58, 45.80');
    await page.locator('.new-plan .ways button').click();
    await page.locator('.new-plan .notice').waitFor();
    await clickAll(page, AROUND);
    await stage.shot(page, 'new plan drawing');
    await page.keyboard.press('Enter');
    const first = page.locator('.new-plan .systems .option').first();
    await first.locator('input:checked').waitFor();
    assert.match(await first.innerText(), /中央经线 126°（?\(?无带号.*\n?建议 · 区界处每公里变形 [\d.]+ 厘米/);
    await page.locator('#new-title_zh').fill('松北区 2026 年绿化计划');
    await page.locator('.new-plan [name=template]').selectOption('greening');
    const values = page.locator('.new-targets [name=value]');
    assert.equal(await values.count(), 2);
    await values.nth(0).fill('100000');
    await values.nth(1).fill('3');
    await page.locator('.new-plan footer .primary').click();
    await page.locator('#new-district_zh-fault').waitFor();
    await page.locator('#new-district_zh').fill('哈尔滨市松北区');
    await stage.shot(page, 'new plan filled');
    await made(page, '松北区 2026 年绿化计划');
    assert.equal(await page.locator('gp-targets .target').count(), 2);
    const plan = await stage.get('/api/plan');
    assert.deepEqual([plan.plane.text, plan.plane.meridianDeg, plan.lastChangeset], ['EPSG:4551', 126, 1]);
    // Nothing is there yet: each room says what comes next, and begins it.
    await page.locator('#tab-water').click();
    await page.locator('.water .empty button').waitFor();
    assert.equal(await page.locator('.water .board').count(), 0);
    await page.locator('#tab-plots').click();
    await page.locator('.plots .empty button').first().click();
    await page.locator('gp-tools [aria-keyshortcuts=P][aria-pressed=true]').waitFor();
    await page.locator('#tab-layers').click();
    await draw(page, 'p', [[600, 360], [700, 360], [700, 440], [600, 440]]);
    await page.locator('#field-name').fill('江北园');
    await page.locator('gp-inspector .net-now b').waitFor();
    const shown = await netShown(page);
    assert.equal(await save(page), 200);
    const park = (await stage.get('/ogc/collections/parks/items?f=json')).features[0];
    const [ring] = park.geometry.coordinates.flat(park.geometry.type === 'MultiPolygon' ? 1 : 0);
    const expected = areaM2(ring, 'EPSG:4551');
    const [row] = await stage.get('/api/plots');
    assert.ok(Math.abs(row.net.planeM2 - expected) < 0.001, `${row.net.planeM2} ${expected}`);
    assert.ok(Math.abs(shown - expected) < 0.51, `${shown} ${expected}`);
    await stage.shot(page, 'new plan made');
    await openOther(page, '上街区 2019');
    assert.equal((await stage.get('/api/plots')).length > 10, true);
    await openOther(page, '松北区 2026');
    assert.equal((await stage.get('/api/plots')).length, 1);
    assert.deepEqual(stage.faults, []);
}, { own: [] });

story('on a tablet, in the dark and in English, a boundary of a shifted map becomes a plan; what others have in hand is kept for them', async (stage) => {
    const other = await stage.page({ author: '乙' });
    await draw(other, 'p', [[600, 350], [760, 350], [760, 480], [600, 480]]);
    await other.locator('#field-name').fill('未保存园');
    const page = await stage.page({ viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true, theme: 'dark', locale: 'en' });
    await page.locator('gp-brand [popovertarget=plans]').first().tap();
    await page.locator('#plans > button').tap();
    const corners = [[126.6, 45.7], [126.7, 45.7], [126.7, 45.8], [126.6, 45.8], [126.6, 45.7]].map(gcj02);
    const district = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { adcode: 230109, name: '松北区' }, geometry: { type: 'Polygon', coordinates: [corners] } }] };
    const file = { name: '230109.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(district)) };
    await page.locator('.new-plan input[type=file]').setInputFiles([file]);
    await page.locator('.intake .systems input[value=GCJ02]').check(WAIT);
    await stage.shot(page, 'new plan datum');
    await page.locator('.intake footer .primary').tap();
    await page.locator('.intake .preview').waitFor(WAIT);
    await page.locator('.intake footer .primary').tap();
    await page.locator('.new-plan .systems .option').first().waitFor(WAIT);
    await page.locator('.new-plan input[value=local]').check();
    await page.locator('.new-plan [name=plane-height]').fill('120');
    await page.locator('.new-plan [name=plane-height]').press('Tab');
    await page.locator('.new-plan .local .hint', { hasText: 'cm per km' }).waitFor();
    await page.locator('#new-title_zh').fill('Songbei <b>2026</b>');
    assert.equal(await page.locator('#new-district_zh').inputValue(), '松北区');
    await stage.shot(page, 'new plan tablet');
    assert.doesNotMatch((await page.locator('.new-plan').innerText()).replace(/松北区/g, ''), /[\u4e00-\u9fff]{2,}/);
    await made(page, 'Songbei <b>2026</b>');
    const { plane, bounds } = await stage.get('/api/plan');
    assert.match(plane.text, /\+lon_0=126\.65 .*\+a=6378257/);
    assert.ok(Math.abs(bounds[0] - 126.6) < 1e-4 && Math.abs(bounds[3] - 45.8) < 1e-4, bounds.join());
    await other.locator('gp-brand .title', { hasText: 'Songbei' }).waitFor(WAIT);
    await other.locator('.toast', { hasText: '已保留' }).waitFor();
    await stage.shot(page, 'new plan tablet made');
    await onAPhone(await stage.page({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'en' }), file);
    await openOther(other, '上街区 2019');
    await other.locator('.toast.parked', { hasText: '未保存园' }).locator('button').first().click();
    await other.waitForFunction(() => /** @type {HTMLInputElement|null} */ (document.querySelector('#field-name'))?.value === '未保存园');
    assert.equal(await answered(other, 'POST', '/api/changesets', () => other.locator('gp-inspector .primary').click()), 200);
    assert.deepEqual(stage.faults, []);
}, { own: [] });
