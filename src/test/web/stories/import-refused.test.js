import assert from 'node:assert/strict';
import { plotsNamed, story } from './harness.js';
import { geojson, upload } from './files.js';
import { apply, bring, counted, preview, square, surveyed, WAIT } from './importing.js';

story('records that cannot be taken are named with the remedy; the rest comes in without them', async (stage) => {
    const page = await stage.page();
    const plots = surveyed(['好园一', '压扁的园', '好园二', '没画的园', '好园三']);
    const [a, b] = square(0.001);
    plots.features[1].geometry.coordinates = [[a, b, a, b, a]];
    plots.features[3].geometry.coordinates = [];
    await bring(page, [geojson('公园绿地.geojson', plots)]);
    await page.locator('.intake .found-layers').waitFor(WAIT);
    await preview(page);
    assert.deepEqual([await counted(page, 'new'), await counted(page, 'refused')], [3, 2]);
    const said = await page.locator('.intake section.refused li').allInnerTexts();
    assert.match(said[0], /第 2 条 压扁的园[^]*没有面积[^]*重新绘制/);
    assert.match(said[1], /第 4 条 没画的园[^]*没有图形[^]*跳过/);
    assert.ok(await page.locator('.intake footer .primary').isDisabled());
    assert.match(await page.locator('.intake footer .todo').innerText(), /2 条无法导入/);
    await stage.shot(page, 'import refused records');
    await page.locator('.intake .refused .tick').click();
    assert.match(await page.locator('.intake footer .primary').innerText(), /3/);
    await apply(page);
    for (const name of ['好园一', '好园二', '好园三']) assert.equal((await plotsNamed(stage, name)).length, 1);
    assert.equal((await plotsNamed(stage, '压扁的园')).length, 0);
});

story('a corner that is no number is told with its row', async (stage) => {
    const page = await stage.page();
    const rows = ['好园,113.2455,34.7935', '坏园,NaN,34.79'];
    await bring(page, [upload('demolition.csv', Buffer.from(['名称,经度,纬度', ...rows].join('\r\n')))]);
    await page.locator('.intake .found-layers').waitFor(WAIT);
    await page.locator('.intake [name=target]').selectOption({ index: 1 });
    await preview(page);
    assert.deepEqual([await counted(page, 'new'), await counted(page, 'refused')], [1, 1]);
    assert.match(await page.locator('.intake section.refused li').innerText(), /第 3 行 坏园/);
    await stage.shot(page, 'import no number');
});
