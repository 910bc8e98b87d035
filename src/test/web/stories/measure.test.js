import assert from 'node:assert/strict';
import { plotsNamed, story } from './harness.js';
import { clickAll, save, SQUARE, take } from './hand.js';

story('what the hand measures is what the plan counts: square metres of the plane', async (stage) => {
    const page = await stage.page();
    await take(page, 'm');
    await clickAll(page, SQUARE);
    await page.keyboard.press('Enter');
    const shown = await page.locator('.map-measure').innerText();
    const [, measured] = shown.match(/([\d,]+) m²/) ?? [];
    assert.ok(measured, `no square metres in ${shown}`);
    await page.keyboard.press('Escape');

    await take(page, 'p');
    await page.keyboard.down('Alt'); // the same corners, not those that are near
    await clickAll(page, SQUARE);
    await page.keyboard.up('Alt');
    await page.keyboard.press('Enter');
    await page.locator('#field-name').fill('量测公园');
    assert.equal(await save(page), 200);
    const [{ id }] = await plotsNamed(stage, '量测公园');
    const { geometry } = await stage.get(`/ogc/collections/parks/items/${id}`);
    const { gross } = await stage.post('/api/check', { op: 'create', layer: 'parks', feature: { type: 'Feature', geometry, properties: {} } });
    assert.ok(Math.abs(gross.planeM2 - gross.ellipsoidM2) > 2, 'the two areas differ enough to be told apart');
    const off = Math.abs(Number(measured.replaceAll(',', '')) - gross.planeM2);
    assert.ok(off <= 0.6, `${measured} m² by hand, ${gross.planeM2} m² by the server`);
});
