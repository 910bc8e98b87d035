import assert from 'node:assert/strict';
import { plotsNamed, story } from './harness.js';
import { answered, draw, save, SQUARE } from './hand.js';

story('what is wrong is said at its field, and nothing is saved until it is right', async (stage) => {
    const page = await stage.page();
    await draw(page, 'p', SQUARE);
    await page.locator('gp-inspector .primary').click();
    await page.locator('#field-name-fault').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'field-name');
    assert.equal(await page.locator('#field-name').getAttribute('aria-invalid'), 'true');

    await page.locator('#field-name').fill('试错公园');
    await page.locator('#field-year').fill('1800');
    await page.locator('#field-year').blur();
    assert.match(await page.locator('#field-year-fault').innerText(), /1,?990/);
    // The server refuses the same and names the field; the page writes its sentence there too.
    assert.equal(await save(page), 422);
    assert.equal((await plotsNamed(stage, '试错公园')).length, 0);
    await stage.shot(page, 'faults');

    await page.locator('#field-year').fill('2019');
    assert.equal(await answered(page, 'POST', '/api/changesets', () => page.keyboard.press('Control+s')), 200);
    assert.equal((await plotsNamed(stage, '试错公园')).length, 1);
});
