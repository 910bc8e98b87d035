import assert from 'node:assert/strict';
import { plotsNamed, story } from './harness.js';
import { drawPark, SQUARE } from './hand.js';

story('after the program was restarted, an open page hears of changes again without a reload', async (stage) => {
    const mine = await stage.page({ author: '甲' });
    const theirs = await stage.page({ author: '乙' });
    await stage.restart();
    await theirs.locator('gp-status .connection.live').waitFor();
    await mine.locator('gp-status .connection.live').waitFor();
    const redrawn = theirs.waitForResponse((r) => /\/tiles\/[^/]*parks/.test(r.url()) && r.status() === 200);
    await drawPark(mine, SQUARE, '重启后的公园');
    await redrawn;
    assert.equal((await plotsNamed(stage, '重启后的公园')).length, 1);
}, { own: [] });
