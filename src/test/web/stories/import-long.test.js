import assert from 'node:assert/strict';
import { plotsNamed, story } from './harness.js';
import { geojson } from './files.js';
import { bring, counted, preview, undo, WAIT } from './importing.js';

const PLOTS = 6000;

/** So many small plots over the whole district. */
function many() {
    const features = Array.from({ length: PLOTS }, (_, i) => {
        const [west, south, size] = [113.24 + (i % 100) * 0.001, 34.76 + Math.floor(i / 100) * 0.001, 0.0012];
        const ring = [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]];
        return { type: 'Feature', properties: { name: `大批 ${i}` }, geometry: { type: 'Polygon', coordinates: [ring] } };
    });
    return { type: 'FeatureCollection', features };
}

story('a long import says how far it is and can be called off; then nothing is written and the dialogue goes on', async (stage) => {
    const page = await stage.page();
    const before = (await stage.get('/api/plots')).length;
    await bring(page, [geojson('公园绿地.geojson', many())]);
    await page.locator('.intake .found-layers').waitFor(WAIT);
    await preview(page);
    assert.equal(await counted(page, 'new'), PLOTS);
    await page.locator('.intake .preview .hint', { hasText: '不逐个说明哪些地块不计个数' }).waitFor(WAIT);
    await page.locator('.intake footer .primary').click();
    const working = page.locator('.intake footer [role=status]');
    await working.filter({ hasText: /正在(检查|写入|计算台账)[^]*\d+/ }).waitFor(WAIT);
    await stage.shot(page, 'import working');
    assert.ok(await working.locator('progress[value]').count(), 'a bar shows the share');
    await page.locator('.intake footer button', { hasText: '取消' }).click();
    await page.locator('.intake .notice[role=status]', { hasText: '没有任何改动' }).waitFor(WAIT);
    await stage.shot(page, 'import called off');
    assert.equal((await stage.get('/api/plots')).length, before);
    assert.equal(await page.locator('.intake [role=alert]').count(), 0);

    await page.locator('.intake footer .primary').click();
    await page.locator('.intake').waitFor({ state: 'detached', ...WAIT });
    assert.equal((await plotsNamed(stage, '大批 77')).length, 1);
    assert.equal((await stage.get('/api/plots')).length, before + PLOTS);
    assert.equal(await undo(page), 200);
    assert.equal((await stage.get('/api/plots')).length, before);
}, { own: [] });
