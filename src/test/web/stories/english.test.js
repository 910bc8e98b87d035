import assert from 'node:assert/strict';
import { ready, story } from './harness.js';

story('the page speaks English at once, and still does after a reload', async (stage) => {
    const page = await stage.page();
    assert.match(await page.locator('gp-targets').innerText(), /[一-龥]/);
    await page.locator('gp-menu button.round').click();
    await page.getByText('English', { exact: true }).click();
    await page.locator('html[lang=en]').waitFor();
    await page.locator('gp-targets', { hasNotText: /[一-龥]/ }).waitFor();
    await page.reload();
    await ready(page);
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
});
