import assert from 'node:assert/strict';
import { copyFile } from 'node:fs/promises';
import { plotsNamed, story } from './harness.js';
import { drawPark, SQUARE } from './hand.js';

story('a page that comes back to another copy of its plan at the same address reads everything anew', async (stage) => {
    const copy = `${stage.file}.copy`;
    await stage.restart(() => copyFile(stage.file, copy));
    const page = await stage.page();
    await drawPark(page, SQUARE, '只在原件中');
    assert.equal((await plotsNamed(stage, '只在原件中')).length, 1);
    const reloaded = page.waitForEvent('load');
    await stage.restart(() => copyFile(copy, stage.file));
    // The copy goes another way: its changeset has the same number, and another stamp.
    const [{ layer, id, version }] = await stage.get('/api/plots');
    await stage.post('/api/changesets', { author: '乙', changes: [{ op: 'patch', layer, id, version, feature: { type: 'Feature', properties: { name: '只在副本中' } } }] });
    await reloaded;
    await page.locator('gp-table .fold').click();
    const named = page.locator('gp-table .filters input[type=search]');
    await named.fill('只在副本中');
    await page.locator('gp-table tbody button.link', { hasText: '只在副本中' }).waitFor();
    await named.fill('只在原件中');
    await page.locator('gp-table .scroll .empty').waitFor();
}, { own: [] });
