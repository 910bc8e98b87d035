import assert from 'node:assert/strict';
import { plotsNamed, story } from './harness.js';
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
