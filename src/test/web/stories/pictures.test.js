import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { story } from './harness.js';
import { clickAll, take } from './hand.js';

const IMAGES = fileURLToPath(new URL('../../../site/resources/images/', import.meta.url));
const SIZE = { width: 1200, height: 750 };
/** Of 255: other fonts move a picture by less, another layout by more. */
const MOST = 8;

/** @typedef {import('playwright-core').Page} Page */

/** How far two pictures are from each other, seen from afar. @param {Page} page @param {Buffer} one @param {Buffer} other */
const apart = (page, one, other) => page.evaluate(async (pictures) => {
    const [w, h] = [60, 38];
    const [a, b] = await Promise.all(pictures.map(async (data) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const ctx = /** @type {CanvasRenderingContext2D} */ (Object.assign(document.createElement('canvas'), { width: w, height: h }).getContext('2d'));
        ctx.imageSmoothingQuality = 'high';
        ctx.drawImage(image, 0, 0, w, h);
        return ctx.getImageData(0, 0, w, h).data;
    }));
    return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0) / a.length;
}, [one.toString('base64'), other.toString('base64')]);

/** The picture that the README and the guide show is what the page shows; GREENPLAN_BLESS takes the new one. @param {import('./harness.js').Stage} stage @param {Page} page @param {string} name */
async function same(stage, page, name) {
    const taken = await stage.picture(page);
    const file = `${IMAGES}${name}.png`;
    if (process.env.GREENPLAN_BLESS) await writeFile(file, taken);
    const kept = await readFile(file);
    assert.ok(kept.length < 400_000, `${name} is small`);
    const far = await apart(page, kept, taken);
    assert.ok(far < MOST, `${name} differs by ${far.toFixed(1)}: take it anew with GREENPLAN_BLESS=1`);
}

story('the pictures of the desk and the report are what they look like, and the help opens the guide', async (stage) => {
    const page = await stage.page({ viewport: SIZE, hash: '#14/34.8085/113.2905', author: '王工' });
    for (const close of await page.locator('.toast button[aria-label]').all()) await close.click();
    await take(page, 'p');
    await clickAll(page, [[700, 384], [738, 380], [741, 408], [703, 412]]);
    await page.keyboard.press('Enter');
    await page.locator('#field-name').fill('工业路游园');
    await page.locator('gp-inspector .net-now b').waitFor();
    await page.locator('.counts[aria-busy=false]').waitFor();
    await same(stage, page, 'desk');
    await page.locator('gp-help > button').click();
    const [guide] = await Promise.all([page.waitForEvent('popup'), page.locator('gp-help a').click()]);
    await guide.locator('h1', { hasText: '青绿规划使用说明' }).waitFor();
    assert.equal(await guide.locator('img').first().evaluate((image) => /** @type {HTMLImageElement} */ (image).decode().then(() => /** @type {HTMLImageElement} */ (image).naturalWidth)), SIZE.width);
    await page.keyboard.press('Escape');
    await page.goto(`${stage.url}/report`);
    await same(stage, page, 'report');
    assert.deepEqual(stage.faults, []);
});
