import assert from 'node:assert/strict';
import { chmod } from 'node:fs/promises';
import { story } from './harness.js';

story('a plan that was made at the start says so; in a read-only file it can be looked at, and nothing that writes is offered', async (stage) => {
    // The page is not waited for: what it says at first goes by itself.
    const first = await stage.page({ path: '/?' });
    await first.locator('.toast', { hasText: '已新建并放入示例规划' }).waitFor();

    await stage.restart(() => chmod(stage.file, 0o444));
    const page = await stage.page();
    await page.locator('.looking', { hasText: '是只读的，只能查看' }).waitFor();
    const { lastStamp } = await stage.get('/api/plan');
    await page.locator('gp-table .fold').click();
    await page.locator('gp-table tbody button.link').first().click();
    await page.locator('#field-name').waitFor();
    assert.ok(await page.locator('#field-name').isDisabled());
    assert.equal(await page.locator('gp-inspector footer button').count(), 0);
    assert.equal(await page.locator('gp-table .chosen select').count(), 0, 'no status for many');
    assert.equal(await page.locator('gp-tools .tool:enabled').count(), 3, 'to choose, to measure and to sum what a lasso holds');
    assert.equal(await page.locator('gp-status .steps button:enabled').count(), 0);
    await stage.shot(page, 'read-only');

    for (const key of ['p', 'e', 'Delete', 'Control+z']) await page.locator('body').press(key);
    await page.locator('.toast', { hasText: '只能查看' }).first().waitFor();
    assert.equal(await page.locator('.toast.problem').count(), 0, 'nothing was even asked of the server');
    assert.equal((await stage.get('/api/plan')).lastStamp, lastStamp);

    assert.ok(await page.locator('gp-menu button', { hasText: '导入' }).isDisabled());
    const english = await stage.page({ locale: 'en' });
    await english.locator('.looking', { hasText: 'it can be looked at, not changed' }).waitFor();
    await stage.shot(english, 'read-only in English');
}, { own: [] });
