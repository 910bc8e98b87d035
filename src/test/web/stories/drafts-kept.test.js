import assert from 'node:assert/strict';
import { plotsNamed, ready, story } from './harness.js';
import { clickAll, draw, drawPark, save, SQUARE, take } from './hand.js';

const ASIDE = SQUARE.map(([x, y]) => [x + 260, y]);

/** @param {import('playwright-core').Page} page */
const kept = (page) => page.locator('.toast.parked');
/** @param {import('playwright-core').Page} page @param {string} name */
const press = (page, name) => kept(page).getByRole('button', { name }).click();

story('an unclosed ring waits after Esc, another tool and a reload, and goes on where it was left', async (stage) => {
    const page = await stage.page();
    await take(page, 'p');
    await clickAll(page, SQUARE.slice(0, 2));
    await page.keyboard.press('Escape');
    await kept(page).waitFor();
    assert.equal(await page.locator('gp-inspector .inspector').count(), 0);
    await stage.shot(page, 'draft kept');
    await press(page, '继续');
    await kept(page).waitFor({ state: 'detached' });
    await clickAll(page, [SQUARE[2]]);
    await take(page, 'l');
    await kept(page).filter({ hasText: '公园绿地' }).waitFor();
    await page.reload();
    await ready(page);
    await press(page, '继续');
    await page.locator('gp-tools [aria-keyshortcuts="P"][aria-pressed=true]').waitFor();
    await page.waitForTimeout(800);
    await page.keyboard.press('Backspace');
    await clickAll(page, SQUARE.slice(2));
    await page.keyboard.press('Enter');
    await page.locator('#field-name').fill('接着画完的');
    await save(page);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'map', 'the keys are the map\'s again');
    const [plot] = await plotsNamed(stage, '接着画完的');
    const whole = await stage.get(`/ogc/collections/parks/items/${plot.id}?f=json`);
    assert.equal(whole.geometry.coordinates[0][0].length, 5);
    assert.deepEqual(stage.faults, []);
});

story('a finished draft with its name outlives the browser\'s crash, and two of them wait one behind the other', async (stage) => {
    const page = await stage.page();
    await draw(page, 'p', SQUARE);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'field-name', 'the name comes next');
    await page.keyboard.type('崩溃前的');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#field-name').inputValue(), '崩溃前的');
    await draw(page, 'p', ASIDE);
    await kept(page).filter({ hasText: '崩溃前的' }).waitFor();
    await page.keyboard.type('第二个');
    await page.waitForFunction(() => Object.values(localStorage).some((text) => text.includes('第二个')));
    await page.close({ runBeforeUnload: false });
    const next = await page.context().newPage();
    await next.goto(page.url());
    await ready(next);
    await kept(next).filter({ hasText: '第二个，共 2 个' }).waitFor();
    await press(next, '继续');
    await next.waitForFunction(() => /** @type {HTMLInputElement|null} */ (document.querySelector('#field-name'))?.value === '第二个');
    await save(next);
    assert.equal((await plotsNamed(stage, '第二个')).length, 1);
    await kept(next).filter({ hasText: '崩溃前的' }).waitFor();
    await press(next, '放弃');
    await next.locator('.toast', { hasText: '已放弃草稿' }).getByRole('button', { name: '撤销' }).click();
    await next.waitForFunction(() => /** @type {HTMLInputElement|null} */ (document.querySelector('#field-name'))?.value === '崩溃前的');
    await next.locator('gp-inspector footer').getByRole('button', { name: '取消' }).click();
    await next.locator('.toast', { hasText: '已放弃草稿' }).waitFor();
    assert.deepEqual(stage.faults, []);
});

story('what another page is drawing is no draft of this one', async (stage) => {
    const page = await stage.page();
    await draw(page, 'p', SQUARE);
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('greenplan.drafts.')));
    const beside = await page.context().newPage();
    await beside.goto(page.url());
    await ready(beside);
    await beside.waitForFunction(async () => ((await navigator.locks.query()).held ?? []).length === 2);
    assert.equal(await kept(beside).count(), 0);
    assert.equal(await page.locator('#field-name').count(), 1);
});

story('every write is named with its way back, and Ctrl+Enter saves and draws on', async (stage) => {
    const page = await stage.page();
    await draw(page, 'p', SQUARE);
    await page.keyboard.type('测试路游园');
    await page.keyboard.press('Control+Enter');
    const told = page.locator('.toast', { hasText: '已保存“测试路游园”' });
    await told.waitFor();
    await page.locator('gp-tools [aria-keyshortcuts="P"][aria-pressed=true]').waitFor();
    assert.equal((await plotsNamed(stage, '测试路游园')).length, 1);
    assert.match(await page.locator('gp-status .steps button').first().getAttribute('title') ?? '', /撤销：新建“测试路游园”/);
    await stage.shot(page, 'write named');
    await told.getByRole('button', { name: '撤销' }).click();
    await page.locator('.toast', { hasText: '已撤销：新建“测试路游园”' }).waitFor();
    assert.equal((await plotsNamed(stage, '测试路游园')).length, 0);
    assert.deepEqual(stage.faults, []);
});

story('a click that sets no corner says why, and Esc leaves the topmost thing only', async (stage) => {
    const page = await stage.page();
    await take(page, 'p');
    await clickAll(page, [SQUARE[0], SQUARE[1], SQUARE[2]]);
    // Across the first edge.
    await clickAll(page, [[680, 300]]);
    await page.locator('.leaflet-tooltip .refused', { hasText: '相交' }).waitFor();
    await stage.shot(page, 'corner refused');
    await clickAll(page, [SQUARE[3]]);
    await page.getByRole('button', { name: '改动记录' }).click();
    await page.locator('#past:popover-open').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#past:popover-open').waitFor({ state: 'detached' });
    assert.equal(await kept(page).count(), 0, 'the shape is still in hand');
    await page.keyboard.press('Enter');
    await page.locator('#field-name').fill('未交叉的');
    await save(page);
    assert.equal((await plotsNamed(stage, '未交叉的')).length, 1);
    await drawPark(page, ASIDE, '又一个');
    assert.deepEqual(stage.faults, []);
});
