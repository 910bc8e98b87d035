import assert from 'node:assert/strict';
import { findings } from './axe.js';
import { drawnScan } from './files.js';
import { story } from './harness.js';

story('a photo is kept with a plot, looked at large, and taken back', async (stage) => {
    const page = await stage.page({ hash: '#16/34.8044/113.2965/parks:5', viewport: { width: 1280, height: 800 } });
    const photos = page.locator('gp-inspector .photos');
    await photos.getByLabel('照片说明').fill('东南角，已平整');
    await photos.locator('input[type=file]').first().setInputFiles([drawnScan('现场.png')]);
    const thumbnail = photos.getByRole('button', { name: /^查看照片 1：\d{4}-\d\d-\d\d · 甲 · 东南角，已平整$/ });
    await thumbnail.scrollIntoViewIfNeeded();
    assert.ok(await thumbnail.locator('img').evaluate(async (/** @type {HTMLImageElement} */ image) => {
        await image.decode();
        return image.naturalWidth === 600;
    }));
    await stage.shot(page, 'photos');
    assert.deepEqual(await findings(page), []);
    await thumbnail.click();
    const large = page.locator('dialog.photo');
    await large.getByText('东南角，已平整').waitFor();
    await stage.shot(page, 'photo-large');
    await page.keyboard.press('Escape');
    await large.waitFor({ state: 'hidden' });
    // Esc was the dialog's: the plot is still looked at.
    await thumbnail.click();
    await large.getByRole('button', { name: '删除这张照片' }).click();
    await thumbnail.waitFor({ state: 'detached' });
    await page.getByText('已删除照片').first().waitFor();
    await page.keyboard.press('Control+z');
    await thumbnail.waitFor();
    await page.getByText('已撤销').first().waitFor();
    await page.keyboard.press('Control+z');
    await thumbnail.waitFor({ state: 'detached' });
});
