import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CORNER, plotsNamed, ready, story } from './harness.js';
import { upload, zipped } from './files.js';
import { answered, clickAll, draw, drawPark, save, SQUARE, take } from './hand.js';
import { apply, bring, preview, square, WAIT } from './importing.js';
import { keyM2 } from './key.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./harness.js').Stage} Stage */

const MAILED = fileURLToPath(new URL('../../resources/cases/', import.meta.url));
const ASIDE = SQUARE.map(([x, y]) => [x + 200, y]);
const MOST_CLICKS = 60;

/** What the survey office sends: two parks that overlap, one beyond the district's border. */
const SURVEYED = { type: 'FeatureCollection', features: [['晨测甲园', 0.006], ['晨测乙园', 0.0064], ['晨测界外园', -0.03]].map(([DKMC, east]) => ({
    type: 'Feature', properties: { DKMC, ND: 2019 }, geometry: { type: 'Polygon', coordinates: [square(Number(east))] },
})) };

/** The clicks of a page, counted by the page itself and kept over its end. @param {Page} page */
async function countClicks(page) {
    await page.context().addInitScript(() => addEventListener('pointerdown', () => {
        if (location.host) localStorage.setItem('clicks', String(Number(localStorage.getItem('clicks') ?? 0) + 1));
    }, true));
    await page.reload();
    await ready(page);
}

/** Finds a plot by its name and chooses it: one click. @param {Page} page @param {string} name */
async function find(page, name) {
    await page.locator('gp-search input').fill(name);
    await page.locator('gp-search [role=option]', { hasText: name }).first().click();
    await page.waitForFunction((wanted) => /** @type {HTMLInputElement|null} */ (document.querySelector('#field-name'))?.value === wanted, name);
}

/** @param {Page} page @param {string} name @param {string} status */
async function give(page, name, status) {
    await find(page, name);
    await page.locator('#field-status').selectOption(status);
    assert.equal(await save(page), 200);
}

/** Three files as they come by mail. @param {Page} page */
async function takeIn(page) {
    const files = [
        [await zipped(SURVEYED, '晨测')],
        [upload('界址点成果表.xlsx', await readFile(`${MAILED}table-printed/界址点成果表.xlsx`))],
        [upload('plan.dxf', await readFile(`${MAILED}dxf-open-outline/plan.dxf`))],
    ];
    for (const parts of files) {
        await bring(page, parts);
        await page.locator('.intake .found-layers').waitFor(WAIT);
        await page.locator('.intake [name=target]').selectOption('parks');
        await preview(page);
        await page.locator('.intake .forecast .net').waitFor(WAIT);
        // One of the survey's parks lies beyond the border: the preview asks, and it is wanted.
        const beyond = page.getByLabel('连同区界外的地块');
        if (await beyond.count()) await beyond.click();
        await page.locator('.intake footer .primary:enabled').waitFor(WAIT);
        await apply(page);
    }
}

/** A park is begun; then the power goes, and with it page and program; nothing of it is lost. @param {Stage} stage @param {Page} page */
async function powerCut(stage, page) {
    await take(page, 'p');
    await clickAll(page, ASIDE.slice(0, 3));
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('greenplan.drafts.')));
    const at = page.url();
    await page.close({ runBeforeUnload: false });
    await stage.restart(async () => {}, 'SIGKILL');
    const next = await page.context().newPage();
    await next.goto(at);
    await ready(next);
    await next.locator('.toast.parked').getByRole('button', { name: '继续' }).click();
    await next.locator('gp-tools [aria-keyshortcuts="P"][aria-pressed=true]').waitFor();
    await next.waitForTimeout(800);
    await clickAll(next, [ASIDE[3]]);
    await next.keyboard.press('Enter');
    await next.locator('#field-name').fill('断电园');
    assert.equal(await save(next), 200);
    return next;
}

/** Every plot of the morning says of every target that it adds to, or why not, by the one click that chooses it. @param {Page} page @param {string[]} names */
async function everyWhy(page, names) {
    let answers = 0;
    for (const name of names) {
        await find(page, name);
        const rows = page.locator('gp-inspector .moved li');
        await rows.first().waitFor();
        for (const row of await rows.all()) {
            if (!/none/.test(await row.getAttribute('class') ?? '')) continue;
            assert.ok((await row.locator('small').innerText()).length > 3, `${name}: ${await row.innerText()}`);
            answers++;
        }
    }
    return answers;
}

story('one morning: three mailed files, twelve orders, a power cut; nothing is lost and every figure is the key’s', async (stage) => {
    let page = await stage.page();
    await countClicks(page);
    const known = await stage.get('/api/plots');
    const [first] = await stage.get('/api/targets');
    await takeIn(page);
    const mailed = (await stage.get('/api/plots')).length - known.length;
    assert.equal(mailed, 7);

    // 1 A park along the brook, split in two; 2 a belt of 10 and 30 m; 3–6 four statuses.
    await page.evaluate((hash) => void (location.hash = hash), `#${CORNER.zoom}/${CORNER.lat}/${CORNER.lon}`);
    await drawPark(page, SQUARE, '晨园');
    await take(page, 'k');
    await clickAll(page, [[700, 320], [700, 520]]);
    await page.keyboard.press('Enter');
    await answered(page, 'POST', '/api/changesets', () => page.locator('.toast.question').getByRole('button', { name: '分割', exact: true }).click());
    await draw(page, 'l', [[600, 560], [900, 560]]);
    await page.locator('#field-name').fill('晨带');
    await page.locator('#field-left_width_m').fill('10');
    await page.locator('#field-right_width_m').fill('30');
    assert.equal(await save(page), 200);
    for (const [name, status] of [['晨测甲园', 'approved'], ['晨测乙园', 'under_construction'], ['晨园-2', 'approved'], ['晨带', 'approved']]) await give(page, name, status);

    // 7 Another park, while the power goes.
    await page.evaluate((hash) => void (location.hash = hash), `#${CORNER.zoom}/${CORNER.lat}/${CORNER.lon}`);
    await page.keyboard.press('Escape');
    page = await powerCut(stage, page);

    // 8–9 Two statuses more; 10 an undo that was wrong, and its way back; 11 a number; 12 a park goes that nobody wanted.
    await give(page, '断电园', 'approved');
    await give(page, '晨园', 'completed');
    await page.keyboard.press('Escape');
    await page.locator('gp-status .steps button:enabled').first().waitFor();
    assert.equal(await answered(page, 'POST', '/api/undo', () => page.keyboard.press('Control+z')), 200);
    assert.equal((await plotsNamed(stage, '晨园'))[0].attributes.status, 'proposed');
    await page.locator('gp-status .steps button:enabled').nth(1).waitFor();
    assert.equal(await answered(page, 'POST', '/api/redo', () => page.keyboard.press('Control+Shift+z')), 200);
    await find(page, '晨测甲园');
    await page.locator('#field-code').fill('C-01');
    assert.equal(await save(page), 200);
    await find(page, '晨测界外园');
    await page.locator('gp-inspector footer').getByRole('button', { name: '删除' }).click();
    await answered(page, 'POST', '/api/changesets', () => page.locator('gp-inspector footer .danger').click());

    const state = async (/** @type {string} */ name) => (await plotsNamed(stage, name)).map(({ attributes }) => attributes.status);
    const wanted = { 晨测甲园: 'approved', 晨测乙园: 'under_construction', '晨园-2': 'approved', 晨带: 'approved', 断电园: 'approved', 晨园: 'completed' };
    for (const [name, status] of Object.entries(wanted)) assert.deepEqual(await state(name), [status], name);
    assert.equal((await plotsNamed(stage, '晨测甲园'))[0].attributes.code, 'C-01');
    const all = await stage.get('/api/plots');
    assert.equal(all.length, known.length + mailed - 1 + 4);

    const [last] = await stage.get('/api/targets');
    const key = await keyM2(stage, new Set(known.map((/** @type {import('../../../../web/model/types.js').Row} */ { layer, id }) => `${layer}:${id}`)));
    assert.ok(Math.abs(last.planned - first.planned - key) < 0.5, `${last.planned - first.planned} m² by the program, ${key} m² by the key`);
    const answers = await everyWhy(page, ['晨测乙园', '晨园', '晨带', '断电园']);
    assert.ok(answers >= 6, `${answers} reasons`);
    const clicks = await page.evaluate(() => Number(localStorage.getItem('clicks')));
    console.error(`one morning: ${clicks} clicks, ${answers} times “why not counted”, ${key.toFixed(1)} m²`);
    assert.ok(clicks <= MOST_CLICKS, `${clicks} clicks`);
    await stage.shot(page, 'one morning');
    assert.deepEqual(stage.faults, []);
}, { own: [] });
