import assert from 'node:assert/strict';
import { plotsNamed, story } from './harness.js';
import { doubleClick, save, SQUARE, take } from './hand.js';

/** @param {number} right @param {number} [down] */
const moved = (right, down = 0) => SQUARE.map(([x, y]) => [x + right, y + down]);

/** How a hand draws quickly: some corners, and a double click or Enter for the end. */
const WAYS = [
    { corners: moved(240), twice: [820, 420], count: 5 },
    { corners: [...moved(240), [820, 420]], twice: null, count: 5 },
    { corners: moved(0), twice: null, count: 4 },
    { corners: moved(0, 60), twice: [580, 480], count: 5 },
];

story('every click of a quick hand sets its corner, ended by a double click or by Enter', async (stage) => {
    const page = await stage.page();
    for (let i = 0; i < 12; i++) {
        const { corners, twice, count } = WAYS[i % WAYS.length];
        const name = `快画 ${i}`;
        await take(page, 'p');
        for (const [x, y] of corners) {
            await page.mouse.move(x, y, { steps: 3 });
            await page.mouse.click(x, y);
        }
        if (twice) await doubleClick(page, twice);
        else await page.keyboard.press('Enter');
        await page.locator('#field-name').fill(name);
        await save(page);
        const [row] = await plotsNamed(stage, name);
        const { geometry } = await stage.get(`/ogc/collections/parks/items/${row.id}?f=json`);
        assert.equal(geometry.coordinates[0][0].length - 1, count, name);
        await stage.post('/api/changesets', { author: '甲', comment: '', changes: [{ op: 'delete', layer: 'parks', id: row.id, version: row.version }] });
        await page.keyboard.press('Escape');
    }
});
