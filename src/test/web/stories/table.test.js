import assert from 'node:assert/strict';
import { plotsNamed, story } from './harness.js';
import { answered, drawPark, SQUARE } from './hand.js';

story('in the table two parks are filtered, summed, and approved as one changeset', async (stage) => {
    const page = await stage.page();
    await drawPark(page, SQUARE, '批量甲');
    await page.keyboard.press('Escape');
    await drawPark(page, SQUARE.map(([x, y]) => [x + 260, y]), '批量乙');
    await page.locator('gp-table .fold').click();
    await page.locator('gp-table input[type=search]').fill('批量');
    await page.locator('gp-table .count', { hasText: /^2$/ }).waitFor();
    await page.locator('gp-table thead input').check();
    await page.locator('gp-table .chosen', { hasText: '2' }).waitFor();
    const rows = [...(await plotsNamed(stage, '批量甲')), ...(await plotsNamed(stage, '批量乙'))];
    const sum = Number((await page.locator('gp-table .chosen b').innerText()).replace(/[^\d.]/g, '').replace(/2$/, ''));
    assert.ok(Math.abs(sum - rows[0].net.planeM2 - rows[1].net.planeM2) < 1, `the sum is ${sum}`);
    await stage.shot(page, 'table');

    const asked = stage.requests.length;
    await page.locator('gp-table .chosen select').selectOption('approved');
    await page.locator('.toast.question', { hasText: '2 个地块将改为“已批准”' }).waitFor();
    await stage.shot(page, 'asked before much is changed');
    await answered(page, 'POST', '/api/changesets', () => page.getByRole('button', { name: '修改 2 个' }).click());
    await page.locator('.toast', { hasText: '2 个地块已改为“已批准”' }).waitFor();
    assert.equal(stage.requests.slice(asked).filter((url) => /\/ogc\/collections\/[^/]+\/items\/\d+/.test(url)).length, 0, 'no shape is fetched for it');
    const after = [...(await plotsNamed(stage, '批量甲')), ...(await plotsNamed(stage, '批量乙'))];
    assert.deepEqual(after.map((row) => row.attributes.status), ['approved', 'approved']);
    const [latest] = await stage.get('/api/history?limit=1');
    assert.equal(latest.changes.length, 2, 'one changeset holds both');

    await page.locator('gp-table .chosen select').selectOption('proposed');
    await page.locator('.toast.question', { hasText: '其中 2 个是倒退' }).waitFor();
    await page.locator('.toast.question').getByRole('button', { name: '取消' }).click();
    await page.locator('gp-table thead').click();
    await page.evaluate(() => /** @type {HTMLElement|null} */ (document.activeElement)?.blur());
    await page.keyboard.press('Delete');
    await page.locator('.toast.question', { hasText: '将删除 2 个要素（公园绿地 2），净增' }).waitFor();
    assert.equal((await plotsNamed(stage, '批量甲')).length, 1, 'nothing is done before the answer');
    await page.keyboard.press('Escape');
    await page.locator('.toast.question').waitFor({ state: 'detached' });
    await page.keyboard.press('Delete');
    await answered(page, 'POST', '/api/changesets', () => page.getByRole('button', { name: '删除 2 个' }).click());
    await page.locator('.toast', { hasText: '已删除 2 个要素' }).getByRole('button', { name: '撤销' }).click();
    await page.locator('.toast', { hasText: '已撤销' }).waitFor();
    assert.equal((await plotsNamed(stage, '批量乙')).length, 1);
});
