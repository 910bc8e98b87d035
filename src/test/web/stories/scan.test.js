import assert from 'node:assert/strict';
import { findings } from './axe.js';
import { drawnScan } from './files.js';
import { story } from './harness.js';

/** Four corners of what is pointed at, in pixels of the screen about a middle. */
const CORNERS = /** @type {const} */ ([[-60, -45], [60, -45], [60, 45], [-60, 45]]);

story('a scanned drawing is laid under the map by pairs of points, and the pair that was misset stands out', async (stage) => {
    const page = await stage.page({ viewport: { width: 1280, height: 800 } });
    const ground = page.locator('gp-layers .backdrops');
    await ground.locator('summary').click();
    await ground.locator('input[type=file]').setInputFiles(drawnScan('规划图.png'));
    const scan = page.locator('.scan');
    await scan.locator('#drawing img.leaflet-tile-loaded').first().waitFor();
    await scan.getByText('1　在图纸上点一个').waitFor();
    const box = await page.locator('#drawing').boundingBox();
    assert.ok(box);
    const click = async (/** @type {readonly [number, number]} */ [dx, dy], /** @type {number} */ off = 0) => {
        await page.mouse.click(box.x + box.width / 2 + dx, box.y + box.height / 2 + dy);
        await scan.getByText('2　在地图上点同一个点').waitFor();
        await page.mouse.click(1000 + dx + off, 400 + dy);
    };
    for (const [i, corner] of CORNERS.entries()) {
        await click(corner, i === 3 ? 40 : 0);
        await scan.locator('tbody tr').nth(i).waitFor();
    }
    await page.locator('.leaflet-basemap-pane img.leaflet-tile-loaded').first().waitFor();
    await click([0, 0]);
    await scan.locator('tr.doubtful th', { hasText: '4' }).waitFor();
    await scan.getByText('第 4 对很可疑').waitFor();
    await scan.locator('.slider input').fill('70');
    await stage.shot(page, 'scan-doubtful');
    assert.deepEqual(await findings(page), []);

    // It is moved to where it should be, by its coordinates; a text that is no place is told.
    await scan.getByRole('button', { name: '移动第 4 对 · 地图' }).click();
    await scan.locator('.place input').fill('没有这个地方');
    await scan.locator('.place input').press('Enter');
    await page.getByText('不是坐标').waitFor();
    await scan.getByRole('button', { name: '移动第 4 对 · 地图' }).click();
    await scan.getByRole('button', { name: '删除第 4 对' }).click();
    await scan.locator('tr.doubtful').waitFor({ state: 'detached' });
    assert.match(await scan.locator('.told').first().innerText(), /^中误差 0\.\d\d 米 · 4 对 · 相似变换$/);

    // By keys alone: Enter takes the middle of the drawing, a coordinate is typed.
    await page.locator('#drawing').focus();
    await page.keyboard.press('Enter');
    await scan.locator('.place input').fill('113.2455, 34.7935');
    await scan.locator('.place input').press('Enter');
    await scan.locator('tbody tr').nth(4).waitFor();
    await scan.getByRole('button', { name: '删除第 5 对' }).click();
    await scan.locator('tbody tr').nth(4).waitFor({ state: 'detached' });

    await page.setViewportSize({ width: 820, height: 1180 });
    await stage.shot(page, 'scan-820');
    await page.keyboard.press('Escape');
    await scan.waitFor({ state: 'hidden' });
    await page.reload();
    await page.locator('.leaflet-basemap-pane img.leaflet-tile-loaded').first().waitFor();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.locator('#tab-layers').click();
    await ground.getByRole('button', { name: '移除底图“规划图”' }).click();
    await ground.getByRole('button', { name: '确定移除“规划图”' }).click();
    await page.locator('.leaflet-basemap-pane img').first().waitFor({ state: 'detached' });
});
