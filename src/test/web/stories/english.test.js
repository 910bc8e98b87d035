import assert from 'node:assert/strict';
import { story } from './harness.js';

story('the page speaks English at once, and still does after a reload', async (stage) => {
    const page = await stage.page();
    assert.match(await page.locator('gp-targets').innerText(), /[一-龥]/);
    await page.locator('gp-menu button').first().click();
    await page.getByText('English', { exact: true }).first().click();
    await page.waitForTimeout(300);
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    assert.doesNotMatch(await page.locator('gp-targets').innerText(), /[一-龥]/);
    await page.reload();
    await page.locator('gp-tools button').first().waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
});
