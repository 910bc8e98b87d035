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

    await mine.locator('#field-remark').fill('甲先保存');
    assert.equal(await save(mine), 200);
    assert.equal(await save(theirs), 409);

    const remark = async () => (await stage.get(`/ogc/collections/parks/items/${(await plotsNamed(stage, '共同公园'))[0].id}`)).properties.remark;
    assert.equal(await remark(), '甲先保存');
    assert.equal(await theirs.locator('#field-remark').inputValue(), '乙正在写', 'the draft stays on the page');
    assert.deepEqual(await theirs.locator('.sides tbody tr').first().locator('td').allInnerTexts(), ['甲先保存', '乙正在写'], 'both stand side by side');
    assert.equal(await theirs.locator('path.map-theirs').count(), 1, 'the other shape is on the map');
    await stage.shot(theirs, 'conflict');

    assert.equal(await answered(theirs, 'POST', '/api/changesets', () => theirs.locator('.choices .primary').click()), 200);
    assert.equal(await remark(), '乙正在写');
});
