import assert from 'node:assert/strict';
import { story } from './harness.js';

story('the rules tell what of the plan offends; a click flies to the piece, the form says by which source, and a button cuts it out', async (stage) => {
    const page = await stage.page();
    await page.getByRole('tab', { name: '核查' }).click();
    const farmland = page.locator('gp-findings .rule', { hasText: '永久基本农田' });
    await farmland.locator('h3.prohibited').waitFor();
    await page.locator('gp-findings .unchecked summary', { hasText: '不等于通过' }).waitFor();
    await farmland.getByRole('button', { name: '峡窝东造林地块' }).click();
    await page.locator('gp-inspector h2', { hasText: '峡窝东造林地块' }).waitFor();
    const own = page.locator('gp-inspector .findings .prohibited', { hasText: '永久基本农田' });
    await own.locator('.source', { hasText: '基本农田保护条例（1998 年）' }).waitFor();
    await own.locator('[aria-pressed=true]').waitFor();
    await page.locator('path.map-lit').first().waitFor();
    assert.match(await own.locator('b').innerText(), /6,88\d/);
    await stage.shot(page, 'findings');
    await page.getByRole('button', { name: '切除这部分' }).click();
    await own.waitFor({ state: 'detached' });
    await page.locator('gp-inspector .figures .net', { hasText: '4,88' }).waitFor();
    await stage.shot(page, 'findings cut out');
    await page.keyboard.press('Escape');
});
