import assert from 'node:assert/strict';
import { edit, hold } from './another-program.js';
import { CORNER, plotsNamed, story } from './harness.js';
import { draw, drawPark, SQUARE } from './hand.js';

story('while another program holds the plan the draft waits on the page, and is saved by itself afterwards', async (stage) => {
    const page = await stage.page();
    const letGo = await hold(stage.file);
    await draw(page, 'p', SQUARE);
    await page.locator('#field-name').fill('等待的公园');
    await page.keyboard.press('Control+s');
    const said = page.locator('.toast.problem', { hasText: '正在另一个程序中编辑' }).filter({ hasText: '将自动再次保存' });
    await said.waitFor();
    assert.equal(await page.locator('#field-name').inputValue(), '等待的公园');
    assert.equal((await plotsNamed(stage, '等待的公园')).length, 0);
    await stage.shot(page, 'held by another program');
    await letGo();
    await page.locator('gp-inspector footer:not(:has(.primary))').waitFor();
    await said.waitFor({ state: 'detached' });
    assert.equal((await plotsNamed(stage, '等待的公园')).length, 1);
}, { own: [] });

story('a shape of another program that was put back is opened from history as a draft, mended and saved', async (stage) => {
    const page = await stage.page();
    await drawPark(page, SQUARE, '被退回的公园');
    const [{ id }] = await plotsNamed(stage, '被退回的公园');
    const [west, south] = [CORNER.lon, CORNER.lat];
    const flat = `shape((${west}, ${south}), (${west + 0.001}, ${south}), (${west + 0.002}, ${south}), (${west}, ${south}))`;
    await edit(stage.file, `plan.execute("UPDATE parks SET name = '外部改名', geom = ? WHERE fid = ${id}", (${flat},))`);
    await page.locator('gp-status button[popovertarget=past]').click();
    const told = page.locator('#past .told.refused', { hasText: '图形已恢复为原样' });
    await told.waitFor();
    await stage.shot(page, 'refused in history');
    await told.locator('button').click();
    await page.waitForFunction(() => /** @type {HTMLInputElement|null} */ (document.querySelector('#field-name'))?.value === '外部改名');
    assert.ok(await page.locator('gp-inspector footer .primary').isEnabled(), 'a draft that can be saved');
    await page.locator('gp-inspector .notice.fault').waitFor();
    await stage.shot(page, 'refused as a draft');
    assert.equal((await stage.get(`/ogc/collections/parks/items/${id}?f=json`)).version, 2, 'nothing is written by looking at it');
}, { own: [] });
