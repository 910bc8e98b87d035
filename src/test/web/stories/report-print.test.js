import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { IN_FIREFOX } from './browser.js';
import { story } from './harness.js';

const PAPERS = fileURLToPath(new URL('../../../../target/stories/', import.meta.url));
const told = promisify(execFile);

/** What a reader of the paper has to find: every section, when and on which plane it was measured, and that it is an example. */
const WORDS = {
    zh: ['数据截至', '北京时间', 'EPSG:4547', '示意', '指标完成情况', '按图层', '按绿地分类', '按实施状态', '按街道', '按年度', '重叠及其代价', '四项结论', '任一水源组停供', '地块一览', '计算方法'],
    en: ['Figures as of', 'UTC+8', 'EPSG:4547', 'Illustrative', 'Targets', 'By layer', 'By green class', 'By status', 'By sub-district', 'By year',
        'Overlaps and what they cost', 'Water network: four verdicts', 'Any one source group out', 'Plots', 'How the figures are made'],
};

/** Tells on paper what each page shows. @param {import('./harness.js').Stage} stage @param {'zh'|'en'} locale */
async function printed(stage, locale) {
    await mkdir(PAPERS, { recursive: true });
    const page = await stage.page({ path: `/report?lang=${locale}`, hash: '' });
    const bars = await page.locator('svg.bar').first().locator('> rect').count();
    assert.equal(bars, 5, 'the parts of a bar lie beside each other');
    return onPaper(page, `report-${locale}`);
}

/** @param {import('./harness.js').Stage} stage @param {string} address @param {string} name */
async function paper(stage, address, name) {
    return onPaper(await stage.page({ path: address, hash: '' }), name);
}

/** The text of each sheet. @param {import('playwright-core').Page} page @param {string} name */
async function onPaper(page, name) {
    const path = `${PAPERS}${name}.pdf`;
    await page.pdf({ path, format: 'A4', preferCSSPageSize: true });
    const { stdout } = await told('pdftotext', ['-layout', path, '-']);
    return stdout.split('\f').slice(0, -1).map((text) => text.normalize('NFKC'));
}

for (const locale of /** @type {const} */ (['zh', 'en'])) {
    story(`the report prints on A4 with all its sections and repeated heads (${locale})`, async (stage) => {
        const pages = await printed(stage, locale);
        assert.ok(pages.length >= 3 && pages.length <= 12, `${pages.length} pages`);
        const text = pages.join('\n');
        for (const word of WORDS[locale]) assert.ok(text.includes(word), `${word} is on paper`);
        for (const [i, page] of pages.entries()) {
            // Firefox writes nothing into the margins of a sheet, but its own number of the page.
            if (IN_FIREFOX) continue;
            assert.match(page, new RegExp(`${i + 1} ?/ ?${pages.length}`), 'every page has its number');
            assert.match(page, locale === 'zh' ? /示意/ : /Illustrative/, 'every page says that it is an example');
        }
        const list = locale === 'zh' ? /序号 +地块/ : /No\. +Plot/;
        const listed = pages.filter((page) => list.test(page)).length;
        assert.ok(listed >= 2, 'the head of the list is repeated');
        const chief = await paper(stage, `/report/water/chief?lang=${locale}`, `chief-${locale}`);
        assert.equal(chief.length, 1, 'the verdicts for whoever decides are one page');
        assert.match(chief[0], locale === 'zh' ? /循环畅通.*丰枯调剂/s : /Circulating.*Wet and dry/s);
        assert.doesNotMatch(text, /返回地图|Back to the map|带下划线|underlined/, 'nothing on paper speaks of clicking');
    });
}
