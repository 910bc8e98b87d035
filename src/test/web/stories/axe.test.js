import assert from 'node:assert/strict';
import { findings } from './axe.js';
import { story } from './harness.js';
import { clickAll, SQUARE, take } from './hand.js';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page @param {string} what @param {string[]} seen @param {() => Promise<unknown>} [enter] @param {() => Promise<unknown>} [leave] */
async function look(page, what, seen, enter = async () => {}, leave = async () => {}) {
    await enter();
    seen.push(...(await findings(page)).map((finding) => `${what}: ${finding}`));
    await leave();
}

/** The page of the map, state by state; the dark one only where colours differ most. @param {Page} page @param {string[]} seen @param {string} theme */
async function main(page, seen, theme) {
    const close = () => page.keyboard.press('Escape');
    const desk = (/** @type {string} */ action, /** @type {unknown[]} */ ...words) => page.evaluate(([name, given]) => /** @type {any} */ (document.querySelector('gp-menu')).desk[name](...given), /** @type {const} */ ([action, words]));
    await look(page, `${theme} first view`, seen);
    await look(page, `${theme} table and plot`, seen, async () => {
        await page.locator('gp-table .fold').click();
        await desk('select', [{ layer: 'parks', id: 5 }]);
        await page.locator('gp-inspector h2').waitFor();
    }, () => page.locator('gp-table .fold').click());
    await look(page, `${theme} draft`, seen, async () => {
        await take(page, 'p');
        await clickAll(page, SQUARE);
        await page.keyboard.press('Enter');
        await page.locator('#field-name').waitFor();
    }, () => desk('cancelDraft'));
    if (theme === 'dark') return;
    for (const popover of ['menu', 'export', 'reports', 'past']) await look(page, popover, seen, () => page.locator(`[popovertarget=${popover}]`).click(), close);
    await look(page, 'help', seen, () => page.locator('gp-help > button').click(), close);
    await look(page, 'several', seen, () => desk('select', [{ layer: 'parks', id: 5 }, { layer: 'parks', id: 6 }]), () => desk('clearSelection'));
    await look(page, 'import', seen, () => desk('openImport'), () => desk('closeImport'));
    await look(page, 'new plan', seen, () => desk('openNewPlan'), () => desk('closeNewPlan'));
    for (const kind of ['target', 'identity']) {
        await look(page, kind, seen, async () => {
            await desk('openRecords', kind);
            await page.locator('.programme[open]').waitFor();
        }, () => desk('closeRecords'));
    }
    await look(page, 'water', seen, async () => {
        await page.locator('#tab-water').click();
        await page.locator('.water .reasons').waitFor();
    });
}

story('axe finds nothing on any page and state, light and dark', async (stage) => {
    /** @type {string[]} */
    const seen = [];
    for (const theme of ['light', 'dark']) {
        const page = await stage.page({ hash: '', theme, welcomed: false });
        await main(page, seen, theme);
        await page.context().close();
    }
    const page = await stage.page();
    for (const path of ['/report', '/report/water', '/assets/guide.html', '/ogc?f=html', '/ogc/conformance?f=html', '/ogc/collections?f=html', '/ogc/collections/parks?f=html', '/ogc/collections/parks/items?f=html', '/ogc/collections/parks/items/5?f=html']) {
        // The verdicts on the water are computed first.
        await page.goto(stage.url + path, { timeout: 90000 });
        await page.locator('.map[data-drawn] path, body:not(:has(.map))').first().waitFor({ state: 'attached' });
        await look(page, path, seen);
    }
    assert.deepEqual([...new Set(seen)], []);
});
