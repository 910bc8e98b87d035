import assert from 'node:assert/strict';
import { plotsNamed, story } from './harness.js';
import { geojson } from './files.js';
import { bring, counted, preview, undo, WAIT } from './importing.js';

/** On a machine of any speed one of these takes longer than it takes to press a button. */
const SIZES = [6000, 12000, 24000, 48000];

/** So many small plots in the middle of the district. @param {number} plots */
function many(plots) {
    const features = Array.from({ length: plots }, (_, i) => {
        const row = Math.floor(i / 100);
        const [west, south, size] = [113.26 + (i % 100) * 0.0004, 34.785 + (row % 100) * 0.0002 + Math.floor(row / 100) * 0.00002, 0.0003];
        const ring = [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]];
        return { type: 'Feature', properties: { name: `大批 ${i}` }, geometry: { type: 'Polygon', coordinates: [ring] } };
    });
    return { type: 'FeatureCollection', features };
}

/**
 * Begins an import and calls it off as soon as it says how far it is; whether that was in time.
 * @param {import('./harness.js').Stage} stage @param {import('playwright-core').Page} page
 */
async function calledOff(stage, page) {
    const working = page.locator('.intake footer [role=status]');
    const off = page.locator('.intake .notice[role=status]', { hasText: '没有任何改动' });
    const over = page.locator('.intake').waitFor({ state: 'detached', ...WAIT }).then(() => false);
    await page.locator('.intake footer .primary').click();
    return Promise.race([over, (async () => {
        await working.filter({ hasText: /正在(检查|写入|计算台账)[^]*\d+/ }).waitFor(WAIT);
        await stage.shot(page, 'import working');
        assert.ok(await working.locator('progress[value]').count(), 'a bar shows the share');
        await page.locator('.intake footer button', { hasText: '取消' }).click();
        await off.waitFor(WAIT);
        return true;
    })().catch((fault) => over.then((done) => done, () => { throw fault; }))]);
}

story('a long import says how far it is and can be called off; then nothing is written and the dialogue goes on', async (stage) => {
    const page = await stage.page();
    const before = (await stage.get('/api/plots')).length;
    let off = false;
    let plots = 0;
    for (plots of SIZES) {
        await bring(page, [geojson('公园绿地.geojson', many(plots))]);
        await page.locator('.intake .found-layers').waitFor(WAIT);
        await preview(page);
        assert.equal(await counted(page, 'new'), plots);
        await page.locator('.intake .preview .not-counted summary', { hasText: '个' }).first().waitFor(WAIT);
        off = await calledOff(stage, page);
        if (off) break;
        assert.equal(await undo(page), 200);
    }
    assert.ok(off, 'one import is long enough to be called off');
    await stage.shot(page, 'import called off');
    assert.equal((await stage.get('/api/plots')).length, before);
    assert.equal(await page.locator('.intake [role=alert]').count(), 0);

    await page.locator('.intake footer .primary').click();
    await page.locator('.intake').waitFor({ state: 'detached', ...WAIT });
    assert.equal((await plotsNamed(stage, '大批 77')).length, 1);
    assert.equal((await stage.get('/api/plots')).length, before + plots);
    assert.equal(await undo(page), 200);
    assert.equal((await stage.get('/api/plots')).length, before);
}, { own: [] });
