import assert from 'node:assert/strict';
import { oneTileEverywhere } from './files.js';
import { ready, story } from './harness.js';

story('a layer is hidden, stays hidden after a reload, and a link brings view and selection to a colleague', async (stage) => {
    const page = await stage.page({ hash: '#16/34.8044/113.2965' });
    const homes = page.locator('gp-layers .layer', { hasText: '居住用地' });
    assert.match(await homes.locator('.count').innerText(), /^\d+$/);
    await homes.locator('input').first().uncheck();
    await page.reload();
    await ready(page);
    assert.equal(await homes.locator('input').first().isChecked(), false);
    await homes.hover();
    await homes.locator('button').click();
    await homes.locator('input[type=range]').fill('40');
    assert.equal(await homes.locator('output').innerText(), '40%');

    await page.getByText('年度', { exact: true }).first().click();
    await page.locator('.signs dd', { hasText: '2019' }).waitFor();

    const ground = page.locator('gp-layers .backdrops');
    await ground.locator('summary').click();
    await ground.locator('input[type=file]').setInputFiles(oneTileEverywhere('航片.pmtiles'));
    await page.locator('.leaflet-basemap-pane img.leaflet-tile-loaded').first().waitFor();
    await ground.locator('.slider input').fill('60');
    await stage.shot(page, 'basemap');
    await ground.getByRole('button', { name: '移除底图“航片”' }).click();
    await ground.getByRole('button', { name: '确定移除“航片”' }).click();
    await page.locator('.leaflet-basemap-pane img').first().waitFor({ state: 'detached' });

    const link = page.url().replace(/^[^#]*/, '') + '/parks:5';
    const other = await stage.page({ hash: link });
    await other.locator('gp-inspector h2', { hasText: '孟津路游园' }).waitFor();
    assert.ok(other.url().endsWith(link));

    await other.evaluate(() => location.assign('#17/34.7935/113.2455/corridors:1'));
    await other.waitForURL(/#17\/34\.793\d+\/113\.245/);
    await other.locator('gp-inspector h2').waitFor();
    await other.evaluate(() => location.assign('#show=layer:corridors'));
    await other.locator('gp-figure .behind').waitFor();
    assert.equal(stage.requests.filter((url) => /\/api\/plots$/.test(url)).length, 0, 'nothing asks for every row');
});

story('a number of the report leads to the map with only the plots behind it', async (stage) => {
    const report = await stage.page({ path: '/report', hash: '' });
    const number = report.locator('a[href*="show=layer:corridors"]').first();
    const plots = Number(await number.innerText());
    await number.click();
    await ready(report);
    const told = report.locator('gp-figure');
    await told.getByText(String(plots)).first().waitFor();
    await stage.shot(report, 'behind-a-number');
    await told.locator('button').click();
    await told.locator('.behind').waitFor({ state: 'detached' });
    assert.doesNotMatch(report.url(), /show=/);
});
