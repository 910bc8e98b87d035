import assert from 'node:assert/strict';
import { plotsNamed, story } from './harness.js';
import { drawPark, pick, save, SQUARE } from './hand.js';

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

    const [kept] = await plotsNamed(stage, '共同公园');
    assert.equal(kept.attributes.remark, '甲先保存');
    assert.equal(await theirs.locator('#field-remark').inputValue(), '乙正在写', 'the draft stays on the page');
});
