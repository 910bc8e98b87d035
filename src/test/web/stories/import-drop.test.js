import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IN_FIREFOX } from './browser.js';
import { story } from './harness.js';
import { geojson, shapefile } from './files.js';
import { drop, surveyed, WAIT } from './importing.js';

story('a file let go over the map opens the dialogue with the file read', async (stage) => {
    const page = await stage.page();
    await drop(page, [geojson('公园绿地.geojson', surveyed())], async () => {
        assert.ok(await page.locator('body.dropping').count(), 'the page shows that it takes the file');
        await stage.shot(page, 'import held over the map');
    });
    await page.locator('.intake .found-layers li', { hasText: '2 条' }).waitFor(WAIT);
    assert.equal(await page.locator('body.dropping').count(), 0);
    assert.equal(await page.locator('.intake [name=target]').inputValue(), 'parks');
    const [zoom, panel] = await Promise.all(['.leaflet-control-zoom', '.intake'].map((what) => page.locator(what).boundingBox()));
    assert.ok(zoom && panel && zoom.x + zoom.width <= panel.x, 'the dialogue leaves the zoom free');
    await stage.shot(page, 'import dropped');
    await drop(page, await shapefile(surveyed(['后来甲', '后来乙', '后来丙']), 'parks'));
    await page.locator('.intake .found-layers li', { hasText: '3 条' }).waitFor(WAIT);
    assert.equal(await page.locator('.intake .found-layers li').count(), 2, 'what is dropped later joins what was there');
    await drop(page, [{ ...geojson('断了.geojson', surveyed()), buffer: Buffer.from('{"type":') }]);
    await page.locator('.intake .notice.fault', { hasText: '断了.geojson' }).waitFor(WAIT);
    assert.equal(await page.locator('.intake .found-layers li').count(), 2, 'what was read stays');
    await drop(page, [geojson('补上.geojson', surveyed(['补上']))]);
    await page.locator('.intake .found-layers li').nth(2).waitFor(WAIT);
    await page.keyboard.press('Escape');
    assert.deepEqual(stage.faults, []);
});

// Only Chromium's protocol has a hand that lets go of a folder.
if (!IN_FIREFOX) story('a folder let go over the map is read with all that lies in it', async (stage) => {
    const page = await stage.page();
    const folder = await mkdtemp(join(tmpdir(), 'greenplan-folder-'));
    try {
        for (const { name, buffer } of await shapefile(surveyed(), 'parks')) await writeFile(join(folder, name), buffer);
        await writeFile(join(folder, 'lakes.geojson'), geojson('lakes.geojson', surveyed(['湖'])).buffer);
        const hand = await page.context().newCDPSession(page);
        const data = { items: [], files: [folder], dragOperationsMask: 1 };
        for (const type of /** @type {const} */ (['dragEnter', 'dragOver', 'drop'])) await hand.send('Input.dispatchDragEvent', { type, x: 620, y: 420, data });
        await page.locator('.intake .found-layers li').nth(1).waitFor(WAIT);
        assert.deepEqual((await page.locator('.intake .found-layers li span').allInnerTexts()).sort(), ['lakes', 'parks']);
    } finally {
        await rm(folder, { recursive: true });
    }
});
