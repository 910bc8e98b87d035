import assert from 'node:assert/strict';
import { CORNER, plotsNamed, story } from './harness.js';
import { encoded, upload } from './files.js';
import { apply, bring, preview, square, WAIT } from './importing.js';

const NAMES = ['濱河遊園', '青年廣場'];

story('names that were read in the wrong encoding become right when the planner says which it is', async (stage) => {
    const page = await stage.page();
    const lines = NAMES.map((name, i) => `${name},"POLYGON((${square(i * 0.001).map((place) => place.join(' ')).join(',')}))"`);
    await bring(page, [upload('pocket parks.csv', encoded(['name,wkt', ...lines].join('\r\n'), 'big5'))]);
    await page.locator('.intake .found-layers').waitFor(WAIT);
    assert.match(await page.locator('.intake .import-choice .hint').first().innerText(), /GB18030/);
    assert.doesNotMatch(await page.locator('.intake .mapping').innerText(), /濱河遊園/);
    await page.locator('.intake [name=target]').selectOption('parks');
    await stage.shot(page, 'import wrong encoding');
    await page.getByLabel('编码').selectOption('Big5');
    await page.locator('.intake .mapping', { hasText: '濱河遊園' }).waitFor(WAIT);
    assert.equal(await page.locator('.intake [name=target]').inputValue(), 'parks', 'what was chosen before stays');
    await stage.shot(page, 'import right encoding');
    await preview(page);
    assert.deepEqual(await page.locator('.intake .items li span').allInnerTexts(), NAMES);
    await apply(page);
    for (const name of NAMES) assert.equal((await plotsNamed(stage, name)).length, 1);
});

story('a table whose headings say nothing comes in when the planner says which column is which', async (stage) => {
    const page = await stage.page();
    const corners = [[0, 0], [0, 1], [1, 1], [1, 0]].map(([x, y], i) => `东园,${i + 1},${CORNER.lon + x * 0.0008},${CORNER.lat + y * 0.0008}`);
    await bring(page, [upload('survey.csv', Buffer.from(['甲,乙,丙,丁', ...corners].join('\r\n')))]);
    const columns = page.locator('.intake details.table-columns[open]');
    await columns.waitFor(WAIT);
    await stage.shot(page, 'import unknown columns');
    for (const [role, name] of [['plot', '甲'], ['point', '乙'], ['lon', '丙'], ['lat', '丁']]) {
        const choice = page.locator(`.intake [name=column-${role}]`);
        await choice.selectOption(name);
        // The page marks what the server has read the file by.
        await choice.locator(`option[selected][value=${name}]`).waitFor({ state: 'attached', ...WAIT });
    }
    await page.locator('.intake [name=target]').selectOption('parks');
    await preview(page);
    await stage.shot(page, 'import chosen columns');
    await apply(page);
    assert.equal((await plotsNamed(stage, '东园')).length, 1);
});
