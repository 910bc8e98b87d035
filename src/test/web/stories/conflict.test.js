import assert from 'node:assert/strict';
import { plotsNamed, story } from './harness.js';
import { answered, drawPark, pick, save, SQUARE } from './hand.js';

story('two people change the same park: the second is told, and nothing is lost', async (stage) => {
    const mine = await stage.page({ author: '甲' });
    await drawPark(mine, SQUARE, '共同公园');
    const theirs = await stage.page({ author: '乙' });
    await pick(theirs, [680, 415], '共同公园');
    await theirs.locator('#field-remark').fill('乙正在写');
    await theirs.locator('#field-remark').blur();
    await theirs.locator('#field-year').fill('2020');
    await theirs.locator('#field-year').blur();

    await mine.locator('#field-remark').fill('甲先保存');
    await mine.locator('#field-name').fill('甲改名的公园');
    assert.equal(await save(mine), 200);
    assert.equal(await save(theirs), 409);
    assert.equal(await theirs.locator('path.map-theirs').count(), 1, 'the other shape is on the map');

    const [{ id }] = await plotsNamed(stage, '甲改名的公园');
    const remark = async () => (await stage.get(`/ogc/collections/parks/items/${id}`)).properties.remark;
    assert.equal(await remark(), '甲先保存');
    assert.equal(await theirs.locator('#field-remark').inputValue(), '乙正在写', 'the draft stays on the page');
    assert.equal(await theirs.locator('#field-name').inputValue(), '甲改名的公园', 'what only the other one changed is taken');
    assert.deepEqual(await theirs.locator('.sides tbody tr').allInnerTexts().then((rows) => rows.map((row) => row.split(/\s+/))), [['备注', '甲先保存', '乙正在写']], 'only what both changed is asked for');
    const primary = theirs.locator('.choices .primary');
    assert.ok(await primary.isDisabled(), 'nothing is overwritten unasked');
    await theirs.locator('.toast.problem').getByRole('button', { name: '关闭' }).click();
    await theirs.keyboard.press('Control+s');
    await theirs.locator('.sides').waitFor();
    assert.equal(await remark(), '甲先保存', 'the question stands again until it is answered');
    await theirs.locator('.sides .mine button').click();
    await stage.shot(theirs, 'conflict');
    assert.equal(await answered(theirs, 'POST', '/api/changesets', () => primary.click()), 200);
    assert.equal(await remark(), '乙正在写');
    const [row] = await plotsNamed(stage, '甲改名的公园');
    assert.equal(row.attributes.year, 2020);

    await theirs.locator('.toast', { hasText: '已保存' }).first().waitFor();
    await mine.bringToFront();
    await mine.locator('#field-year').fill('2021');
    await mine.locator('#field-year').blur();
    await theirs.locator('#field-remark').fill('乙又写');
    assert.equal(await save(theirs), 200);
    await mine.keyboard.press('Control+s');
    await mine.locator('.toast', { hasText: '已保存' }).last().waitFor();
    await mine.waitForFunction(() => /** @type {HTMLInputElement|null} */ (document.querySelector('#field-remark'))?.value === '乙又写');
    await mine.locator('gp-inspector footer:not(:has(.primary))').waitFor();
    assert.equal(await mine.locator('.toast.problem').count(), 0, 'two who changed different members are not asked');
    const [both] = await plotsNamed(stage, '甲改名的公园');
    assert.equal(both.attributes.year, 2021);
    assert.equal(await remark(), '乙又写');
});
