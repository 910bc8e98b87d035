import assert from 'node:assert/strict';
import { clickAll, drawPark, story } from './harness.js';

story('two people at two maps see each other’s plots without a reload', async (stage) => {
    const mine = await stage.page(undefined, '甲');
    const theirs = await stage.page(undefined, '乙');
    await drawPark(mine, [[600, 350], [760, 350], [760, 480], [600, 480]], '甲的公园');

    await theirs.waitForTimeout(1500);
    await clickAll(theirs, [[680, 415]]);
    await theirs.locator('#field-name').waitFor();
    assert.equal(await theirs.locator('#field-name').inputValue(), '甲的公园');
});
