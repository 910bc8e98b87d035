import assert from 'node:assert/strict';
import { IN_FIREFOX } from './browser.js';
import { plotsNamed, story } from './harness.js';
import { answered } from './hand.js';

story('on a tablet a finger draws a park, in the dark and in English', async (stage) => {
    const page = await stage.page({ viewport: { width: 1024, height: 768 }, hasTouch: true, isMobile: true, theme: 'dark', locale: 'en' });
    assert.ok(await page.locator('#map.map-dark').count());
    assert.doesNotMatch(await page.locator('header, .left, footer').allInnerTexts().then((t) => t.join('')), /[\u4e00-\u9fff]{2,}/);
    // Without a screen Firefox has no fingers to make room for.
    for (const button of IN_FIREFOX ? [] : await page.locator('gp-tools button, gp-menu nav button, gp-dock button, gp-help > button').all()) {
        const box = await button.boundingBox();
        assert.ok(box && box.width >= 44 && box.height >= 44, 'every button is as large as a fingertip');
    }
    await page.locator('gp-tools [aria-keyshortcuts=P]').tap();
    for (const [x, y] of [[420, 320], [560, 320], [560, 450], [420, 450], [420, 320]]) await page.touchscreen.tap(x, y);
    await page.locator('#field-name').fill('平板公园');
    await stage.shot(page, 'tablet');
    assert.equal(await answered(page, 'POST', '/api/changesets', () => page.locator('gp-inspector .primary').tap()), 200);
    assert.equal((await plotsNamed(stage, '平板公园')).length, 1);
});
