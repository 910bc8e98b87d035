import assert from 'node:assert/strict';
import { plotsNamed, story } from './harness.js';
import { answered, clickAll, drag, drawPark, save, SQUARE, take } from './hand.js';

/** @param {number} found @param {number} wanted @param {string} what */
const near = (found, wanted, what) => assert.ok(Math.abs(found / wanted - 1) < 0.02, `${what}: ${found} instead of ${wanted}`);

story('a park gets a hole, loses a corner, is moved, deleted and brought back', async (stage) => {
    const page = await stage.page();
    await drawPark(page, SQUARE, '改形公园');
    const now = async () => (await plotsNamed(stage, '改形公园'))[0];
    const whole = (await now()).gross.planeM2;
    const pixel = whole / (160 * 130);
    const act = async (/** @type {string} */ key, /** @type {() => Promise<unknown>} */ hand) => {
        await take(page, key);
        await answered(page, 'POST', '/api/check', hand);
        assert.equal(await save(page), 200);
        return (await now()).gross.planeM2;
    };
    const ring = (/** @type {number[][]} */ corners) => async () => {
        await clickAll(page, corners);
        await page.keyboard.press('Enter');
    };

    near(await act('h', ring([[640, 390], [680, 390], [680, 430], [640, 430]])), whole - 1600 * pixel, 'with a hole');
    near(await act('x', ring([[720, 440], [800, 440], [800, 520], [720, 520]])), whole - 3200 * pixel, 'without a corner');
    near(await act('g', () => drag(page, [700, 370], [760, 400])), whole - 3200 * pixel, 'moved');

    await page.locator('body').press('v');
    assert.equal(await answered(page, 'POST', '/api/changesets', () => page.locator('body').press('Delete')), 200);
    assert.equal(await now(), undefined);
    await page.locator('gp-status button[popovertarget]').click();
    assert.equal(await answered(page, 'POST', '/api/restore', () => page.locator('#past .change button.ghost').first().click()), 200);
    near((await now()).gross.planeM2, whole - 3200 * pixel, 'brought back');
});
