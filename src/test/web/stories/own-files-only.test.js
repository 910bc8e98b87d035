import assert from 'node:assert/strict';
import { ready, story } from './harness.js';
import { answered, clickAll, SQUARE, take } from './hand.js';

story('the page fetches few files, nothing from elsewhere, and breaks none of its own rules', async (stage) => {
    const page = await stage.page();
    // Each file that a first visit waits for costs it some milliseconds: scripts, styles, words, icons, the plan and its tiles.
    assert.ok(stage.requests.length < 40, `${stage.requests.length} requests: ${stage.requests.join(' ')}`);
    await take(page, 'p');
    await answered(page, 'POST', '/api/check', () => clickAll(page, SQUARE.slice(0, 3)));
    await page.keyboard.press('Escape');
    const zoomed = page.waitForURL(/#1[1-6]\//);
    await page.mouse.wheel(0, 300);
    await zoomed;
    await ready(page);
    const elsewhere = stage.requests.filter((url) => !url.startsWith(`${stage.url}/`) && !url.startsWith('data:'));
    assert.deepEqual(elsewhere, []);
    assert.deepEqual(stage.faults, []);
});
