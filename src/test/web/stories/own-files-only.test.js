import assert from 'node:assert/strict';
import { clickAll, story, take } from './harness.js';

story('the page fetches nothing from elsewhere and breaks none of its own rules', async (stage) => {
    const page = await stage.page();
    await take(page, 'p');
    await clickAll(page, [[600, 350], [760, 350], [760, 480]]);
    await page.keyboard.press('Escape');
    await page.mouse.wheel(0, 300);
    await page.waitForTimeout(800);
    const elsewhere = stage.requests.filter((url) => !url.startsWith(`${stage.url}/`) && !url.startsWith('data:'));
    assert.deepEqual(elsewhere, []);
    assert.deepEqual(stage.faults, []);
});
