import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

const web = new URL('../../../../web/', import.meta.url);

/** @param {string} path @returns {Record<string, string>} */
const read = (path) => JSON.parse(readFileSync(new URL(path, web), 'utf8'));

const zh = read('i18n/zh.json');
const en = read('i18n/en.json');
/** @param {string} folder */
const sources = (folder) => readdirSync(new URL(folder, web)).map((name) => readFileSync(new URL(folder + name, web), 'utf8'));
const panels = sources('panels/').join('\n');
const source = [panels, ...sources('map/')].join('\n');

/** Keys written out, as `t('menu.label')` or as a value that is handed to `t` later. */
const whole = [...source.matchAll(/'([a-z][\w]*(?:\.\w+)+)'/g)].map((match) => match[1]).filter((key) => !key.endsWith('.js'));
/** Keys whose end is known only when the page runs, as `t(`tool.${tool}`)`. */
const begun = [...source.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{/g)].map((match) => match[1]);

test('both languages say the same things', () => {
    assert.deepEqual(Object.keys(zh), Object.keys(en));
});

test('every sentence has the same gaps in both languages', () => {
    const gaps = (/** @type {string} */ words) => [...words.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const key of Object.keys(zh)) assert.deepEqual(gaps(zh[key]), gaps(en[key]), key);
});

test('every word that a panel asks for exists', () => {
    const asked = [...source.matchAll(/\b(?:t|say)\((?:locale, )?'([^']+)'/g)].map((match) => match[1]);
    assert.ok(asked.length > 50);
    assert.deepEqual(asked.filter((key) => !(key in zh)), []);
    assert.deepEqual(begun.filter((start) => !Object.keys(zh).some((key) => key.startsWith(start))), []);
});

test('no word lies unused', () => {
    const used = (/** @type {string} */ key) => whole.includes(key) || begun.some((start) => key.startsWith(start));
    assert.deepEqual(Object.keys(zh).filter((key) => !used(key)), []);
});

test('panels say nothing in a language of their own', () => {
    const names = panels.replaceAll('中文', '');
    assert.equal(names.match(/[\u4e00-\u9fff]/), null);
});
