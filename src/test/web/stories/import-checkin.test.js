import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { story } from './harness.js';
import { upload } from './files.js';
import { apply, counted, drop, park, undo, WAIT } from './importing.js';

/** @typedef {import('./harness.js').Stage} Stage */

/** Gives parks out, has them changed as QGIS would, and brings the file. @param {Stage} stage @param {string[]} statements */
async function editedElsewhere(stage, statements) {
    const folder = await mkdtemp(join(tmpdir(), 'greenplan-checkout-'));
    try {
        const file = join(folder, 'out.gpkg');
        await stage.command('checkout', '--to', file, '--layer', 'parks,corridors');
        for (const sql of statements) await promisify(execFile)('ogrinfo', [file, '-sql', sql]);
        return upload('外业.gpkg', await readFile(file));
    } finally {
        await rm(folder, { recursive: true });
    }
}

/** Somebody else at the desk. @param {Stage} stage @param {number} id @param {object} properties */
async function changedHere(stage, id, properties) {
    const { version } = await park(stage, id);
    await stage.post('/api/changesets', { author: '乙', comment: '', changes: [{ op: 'patch', layer: 'parks', id, version, feature: { type: 'Feature', properties } }] });
}

/** @param {Stage} stage */
const state = async (stage) => Promise.all([3, 7, 8, 9].map(async (id) => {
    const { properties, geometry } = await park(stage, id);
    return { name: properties.name, remark: properties.remark, geometry };
}));

story('a checkout comes back: what is clean is taken, each conflict stands side by side until the planner decides', async (stage) => {
    const file = await editedElsewhere(stage, [
        "UPDATE parks SET remark = '外业核实' WHERE fid = 3",
        "UPDATE parks SET name = '外业改名' WHERE fid = 7",
        "UPDATE parks SET name = '外业也改名' WHERE fid = 8",
        'UPDATE parks SET geom = (SELECT geom FROM parks WHERE fid = 10), remark = \'外业重测\' WHERE fid = 9',
        'DELETE FROM parks WHERE fid = 11',
    ]);
    await changedHere(stage, 7, { name: '内业改名' });
    await changedHere(stage, 8, { name: '内业也改名' });
    await changedHere(stage, 9, { remark: '内业备注' });
    const before = await state(stage);
    const page = await stage.page();
    await drop(page, [file]);
    await page.locator('.intake .conflict').nth(2).waitFor(WAIT);
    assert.deepEqual(await Promise.all(['changed', 'conflict', 'vanished', 'new'].map((each) => counted(page, each))), [1, 3, 1, 0]);
    const sides = page.locator('.intake .conflict', { hasText: '内业改名' });
    assert.deepEqual(await sides.locator('tbody td').allInnerTexts(), ['内业改名', '外业改名']);
    assert.equal(await page.locator('path.map-in-file').count(), 3);
    assert.equal(await page.locator('path.map-in-plan').count(), 1, 'the shape that was moved is there twice');
    assert.ok(await page.locator('.intake footer .primary').isDisabled(), 'nothing is written over somebody unasked');
    assert.match(await page.locator('.intake footer .todo').innerText(), /3 处冲突/);
    await stage.shot(page, 'checkin conflicts');

    await sides.locator('label', { hasText: '采用文件' }).click();
    await page.locator('.intake .conflict', { hasText: '内业也改名' }).locator('label', { hasText: '保留规划' }).click();
    const moved = page.locator('.intake .conflict', { hasText: '内业备注' });
    await moved.locator('button').first().click();
    await moved.locator('label', { hasText: '采用文件' }).click();
    assert.match(await page.locator('.intake footer .primary').innerText(), /4/);
    await page.waitForTimeout(900);
    await stage.shot(page, 'checkin decided');
    await apply(page);

    const [three, seven, eight, nine] = await state(stage);
    assert.deepEqual([three.remark, seven.name, eight.name, nine.remark], ['外业核实', '外业改名', '内业也改名', '外业重测']);
    assert.deepEqual(nine.geometry, (await park(stage, 10)).geometry);
    assert.equal((await fetch(`${stage.url}/ogc/collections/parks/items/11?f=json`)).status, 404);
    assert.equal(await undo(page), 200);
    assert.deepEqual(await state(stage), before);
    assert.equal((await fetch(`${stage.url}/ogc/collections/parks/items/11?f=json`)).status, 200);
}, { own: [] });
