import assert from 'node:assert/strict';
import { plotsNamed, story } from './harness.js';
import { answered, clickAll, drag, drawPark, save, SQUARE, take } from './hand.js';

/** @typedef {import('playwright-core').Page} Page */

/** Says yes to what is asked, and waits for the write. @param {Page} page @param {string} button */
const agree = (page, button) => answered(page, 'POST', '/api/changesets', () => page.locator('.toast.question').getByRole('button', { name: button, exact: true }).click());

/** Draws around the quiet corner. @param {Page} page */
async function lasso(page) {
    await take(page, 'q');
    await clickAll(page, [[570, 320], [800, 320], [800, 510], [570, 510]]);
    await page.keyboard.press('Enter');
    await page.locator('gp-inspector h2', { hasText: '已选 2 个' }).waitFor();
}

story('a plot is split, its pieces lassoed and merged, its edge moved with the neighbour’s', async (stage) => {
    const page = await stage.page();
    await drawPark(page, SQUARE, '动词园');
    const [whole] = await plotsNamed(stage, '动词园');

    await take(page, 'k');
    await clickAll(page, [[700, 320], [700, 520]]);
    await page.keyboard.press('Enter');
    await page.locator('.toast.question', { hasText: '“动词园”将分为 2 块' }).waitFor();
    await stage.shot(page, 'split asked');
    assert.equal(await agree(page, '分割'), 200);
    await page.locator('.toast', { hasText: '“动词园”已分为 2 块' }).waitFor();
    const [kept] = await plotsNamed(stage, '动词园');
    const [piece] = await plotsNamed(stage, '动词园-2');
    assert.equal(kept.id, whole.id, 'the largest goes on being the plot');
    assert.ok(Math.abs(kept.gross.planeM2 + piece.gross.planeM2 - whole.gross.planeM2) < 1e-5, 'the pieces are the whole');

    await lasso(page);
    await page.locator('gp-inspector .counts .net small', { hasText: '亩' }).first().waitFor();
    await stage.shot(page, 'lassoed');

    await page.keyboard.press('Escape');
    await page.mouse.click(650, 400);
    await page.locator('gp-inspector h2', { hasText: '动词园' }).waitFor();
    await take(page, 'e');
    await page.locator('#together').check();
    await drag(page, [700, 350], [730, 350]);
    assert.equal(await save(page), 200);
    await page.locator('.toast', { hasText: '1 个相邻地块一起移动' }).waitFor();
    const moved = [...(await plotsNamed(stage, '动词园')), ...(await plotsNamed(stage, '动词园-2'))];
    assert.ok(moved[0].gross.planeM2 > kept.gross.planeM2 + 100, 'the edge moved');
    for (const { gross, net } of moved) assert.ok(Math.abs(gross.planeM2 - net.planeM2) < 1e-5, 'neither lies on the other');
    const sum = moved[0].gross.planeM2 + moved[1].gross.planeM2;
    assert.ok(Math.abs(sum / whole.gross.planeM2 - 1) < 0.01, 'what one won the other lost');
    const [latest] = await stage.get('/api/history?limit=1');
    assert.equal(latest.changes.length, 2, 'one changeset holds both');

    await lasso(page);
    await page.locator('gp-inspector').getByRole('button', { name: '合并' }).click();
    await page.locator('.toast.question', { hasText: '2 个要素将合并为“动词园”' }).waitFor();
    assert.equal(await agree(page, '合并'), 200);
    const [merged] = await plotsNamed(stage, '动词园');
    assert.ok(merged.id === whole.id && Math.abs(merged.gross.planeM2 - sum) < 1e-4, 'no gap was between them');
    assert.equal((await plotsNamed(stage, '动词园-2')).length, 0);
    await page.locator('.toast', { hasText: '已合并' }).getByRole('button', { name: '撤销' }).click();
    await page.locator('.toast', { hasText: '已撤销' }).waitFor();
    assert.equal((await plotsNamed(stage, '动词园-2')).length, 1);

    await lasso(page);
    await page.locator('.numbering summary').click();
    await page.locator('.numbering input[name=pattern]').fill('动{图层}{序3}');
    await page.locator('.numbering').getByRole('button', { name: '预览' }).click();
    await page.locator('.numbers li', { hasText: '动公园绿地002' }).waitFor();
    await stage.shot(page, 'numbered');
    assert.equal(await answered(page, 'POST', '/api/changesets', () => page.getByRole('button', { name: '写入 2 个编号' }).click()), 200);
    assert.equal((await plotsNamed(stage, '动词园'))[0].attributes.code, '动公园绿地001', 'the western one comes first');
    await page.locator('gp-status button', { hasText: '改动记录' }).click();
    await page.locator('.mine input').check();
    await page.locator('#past .hint', { hasText: /新建 \d+ 个/ }).waitFor();
    await page.keyboard.press('Escape');

    await page.keyboard.press('Escape');
    await take(page, 'p');
    await page.keyboard.press('t');
    await clickAll(page, [[620, 350]]);
    await answered(page, 'POST', '/api/reshape/trace', () => clickAll(page, [[600, 440]]));
    await page.locator('.draw-layer .end', { hasText: '3 个' }).waitFor();
    await page.keyboard.press('Escape');
});

story('on a touch screen a park is made by figures alone, copied, sized and grown', async (stage) => {
    const page = await stage.page({ viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true, theme: 'dark' });
    await page.locator('gp-tools [aria-keyshortcuts=P]').tap();
    await page.locator('.typed summary').tap();
    const type = async (/** @type {Record<string, number>} */ figures) => {
        for (const [name, figure] of Object.entries(figures)) await page.locator(`.typed input[name=${name}]`).fill(String(figure));
        await answered(page, 'POST', '/api/reshape/place', () => page.keyboard.press('Enter'));
    };
    await type({ x: 3853000, y: 435000 });
    await page.locator('.draw-layer .end', { hasText: '1 个' }).waitFor();
    await page.locator('.typed select').selectOption('polar');
    await type({ bearing: 90, distance: 120 });
    await page.locator('.draw-layer .end', { hasText: '2 个' }).waitFor();
    await type({ bearing: 0, distance: 50 });
    await page.locator('.draw-layer .end', { hasText: '3 个' }).waitFor();
    await type({ bearing: 270, distance: 120 });
    await page.locator('.draw-layer .end', { hasText: '4 个' }).waitFor();
    await stage.shot(page, 'typed corners');
    await page.getByRole('button', { name: '完成图形' }).tap();
    await page.locator('#field-name').fill('坐标园');
    assert.equal(await answered(page, 'POST', '/api/changesets', () => page.locator('gp-inspector .primary').tap()), 200);
    const [typed] = await plotsNamed(stage, '坐标园');
    assert.ok(Math.abs(typed.gross.planeM2 - 6000) < 0.05, `${typed.gross.planeM2} m² of 120 by 50`);

    await page.locator('.verbs').getByRole('button', { name: '定尺寸' }).tap();
    await page.locator('form.verb input[name=width]').fill('100');
    await answered(page, 'POST', '/api/reshape/rectangle', () => page.locator('form.verb').getByRole('button', { name: '定尺寸' }).tap());
    assert.equal(await answered(page, 'POST', '/api/changesets', () => page.locator('gp-inspector footer .primary').tap()), 200);
    assert.ok(Math.abs((await plotsNamed(stage, '坐标园'))[0].gross.planeM2 - 5000) < 1e-3);
    await page.locator('.verbs').getByRole('button', { name: '偏移' }).tap();
    await page.locator('form.verb input[name=distance]').fill('5');
    await answered(page, 'POST', '/api/reshape/offset', () => page.locator('form.verb').getByRole('button').tap());
    assert.equal(await answered(page, 'POST', '/api/changesets', () => page.locator('gp-inspector footer .primary').tap()), 200);
    assert.ok(Math.abs((await plotsNamed(stage, '坐标园'))[0].gross.planeM2 - 110 * 60) < 1e-3);
    await stage.shot(page, 'verbs');
    await answered(page, 'POST', '/api/reshape/shift', () => page.locator('.verbs').getByRole('button', { name: '复制' }).tap());
    assert.equal(await answered(page, 'POST', '/api/changesets', () => page.locator('gp-inspector footer .primary').tap()), 200);
    const [copy] = await plotsNamed(stage, '坐标园-2');
    assert.ok(Math.abs(copy.net.planeM2 - 110 * 60) < 1e-3, 'the copy lies beside it');
});
