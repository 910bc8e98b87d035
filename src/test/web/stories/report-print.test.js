import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { story } from './harness.js';

const PAPERS = fileURLToPath(new URL('../../../../target/stories/', import.meta.url));
const told = promisify(execFile);

/** What a reader of the paper has to find: every section, when and on which plane it was measured, and that it is an example. */
const WORDS = {
    zh: ['数据截至', '北京时间', 'EPSG:4547', '示意', '指标完成情况', '按图层', '按绿地分类', '按实施状态', '按街道', '按年度', '重叠及其代价', '地块一览', '计算方法'],
    en: ['Figures as of', 'UTC+8', 'EPSG:4547', 'Illustrative', 'Targets', 'By layer', 'By green class', 'By status', 'By sub-district', 'By year',
        'Overlaps and what they cost', 'Plots', 'How the figures are made'],
};

/** Tells on paper what each page shows. @param {import('./harness.js').Stage} stage @param {'zh'|'en'} locale */
async function printed(stage, locale) {
    await mkdir(PAPERS, { recursive: true });
    const path = `${PAPERS}report-${locale}.pdf`;
    const page = await stage.page({ path: `/report?lang=${locale}`, hash: '' });
    const bars = await page.locator('svg.bar').first().locator('> rect').count();
    assert.equal(bars, 5, 'the parts of a bar lie beside each other');
    await page.pdf({ path, format: 'A4', preferCSSPageSize: true });
    const { stdout } = await told('pdftotext', ['-layout', path, '-']);
    return stdout.split('\f').slice(0, -1).map((text) => text.normalize('NFKC'));
}

for (const locale of /** @type {const} */ (['zh', 'en'])) {
    story(`the report prints on A4 with all its sections and repeated heads (${locale})`, async (stage) => {
        const pages = await printed(stage, locale);
        assert.ok(pages.length >= 3 && pages.length <= 6, `${pages.length} pages`);
        const text = pages.join('\n');
        for (const word of WORDS[locale]) assert.ok(text.includes(word), `${word} is on paper`);
        for (const [i, page] of pages.entries()) {
            assert.match(page, new RegExp(`${i + 1} ?/ ?${pages.length}`), 'every page has its number');
            assert.match(page, locale === 'zh' ? /示意/ : /Illustrative/, 'every page says that it is an example');
        }
        const list = locale === 'zh' ? /序号 +地块/ : /No\. +Plot/;
        const listed = pages.filter((page) => list.test(page)).length;
        assert.ok(listed >= 2, 'the head of the list is repeated');
        assert.doesNotMatch(text, /返回地图|Back to the map|带下划线|underlined/, 'nothing on paper speaks of clicking');
    });
}
