import assert from 'node:assert/strict';
import { story } from './harness.js';

story('everything is reached by the keyboard and has a name for who cannot see it', async (stage) => {
    const page = await stage.page({ hash: '#16/34.8044/113.2965/parks:5' });
    await page.locator('gp-inspector h2').waitFor();
    const seen = new Set();
    for (let i = 0; i < 240; i++) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(() => document.activeElement?.closest('gp-targets, gp-search, gp-menu, gp-help, gp-tools, gp-layers, gp-inspector, gp-table, gp-status, #map')?.localName);
        if (at) seen.add(at);
    }
    assert.deepEqual([...seen].sort(), ['gp-help', 'gp-inspector', 'gp-layers', 'gp-menu', 'gp-search', 'gp-status', 'gp-table', 'gp-targets', 'gp-tools', 'main']);
    const nameless = await page.evaluate(() => {
        const named = (/** @type {Element} */ e) => e.getAttribute('aria-label') || e.textContent?.trim() || /** @type {HTMLInputElement} */ (e).labels?.length;
        return [...document.querySelectorAll('button, a[href], input, select, [role=button]')].filter((e) => !named(e)).map((e) => e.outerHTML.slice(0, 120));
    });
    assert.deepEqual(nameless, []);
});
