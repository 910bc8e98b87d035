import assert from 'node:assert/strict';
import { story } from './harness.js';
import { answered } from './hand.js';

story('a plot is found by name, a place by longitude and latitude or by Gauss–Krüger with and without zone', async (stage) => {
    const page = await stage.page();
    const field = page.locator('gp-search input');
    await page.getByRole('tab', { name: '地块' }).click();
    await page.locator('gp-plots .empty', { hasText: '视野内没有地块' }).waitFor();
    const look = async (/** @type {string} */ words) => {
        await answered(page, 'GET', '/api/search', () => field.fill(words));
        await page.locator('#found li:not(.empty)').first().waitFor();
        const moved = page.waitForURL(/#\d/);
        await field.press('Enter');
        await moved;
    };
    await page.keyboard.press('/');
    await look('孟津路游园');
    await page.locator('gp-inspector h2', { hasText: '孟津路游园' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('gp-plots li', { hasText: '孟津路游园' }).locator('button').click();
    await page.locator('gp-plots [aria-pressed=true]', { hasText: 'm²' }).waitFor();
    await page.locator('gp-inspector h2', { hasText: '孟津路游园' }).waitFor();
    await page.keyboard.press('Escape');
    await field.fill('');
    await look('mjlyy');
    await page.locator('gp-inspector h2', { hasText: '孟津路游园' }).waitFor();
    await page.keyboard.press('Escape');

    for (const words of ['113.29, 34.81', '38435035.35 3853744.31', '435035.35, 3853744.31', 'Ｘ＝３８５３７４４．３１ Ｙ＝４３５０３５．３５', '东经113度17分24秒，北纬34度48分36秒']) {
        await field.fill('');
        await look(words);
        assert.equal(await page.locator('#found li small').textContent(), '坐标');
        await page.waitForURL(/#16\/34\.8100\d\/113\.2900\d/);
        assert.equal(await page.locator('path.map-found').count(), 1, `${words} is marked on the map`);
    }
});
