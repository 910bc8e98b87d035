import { tell } from './problems.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Words} Words */
/** @typedef {import('./types.js').HistoryLine} HistoryLine */

const VERBS = /** @type {Record<string, Words>} */ ({
    create: { zh: '新建', en: 'created' },
    replace: { zh: '修改', en: 'changed' },
    delete: { zh: '删除', en: 'deleted' },
});

/** Tells of a write of this page in a notice that can take it back. @param {Desk} desk @param {number} changeset @param {Words} text */
export function said(desk, changeset, text) {
    tell(desk, 'written', text, { changeset });
}

/** What a name is in a sentence; an unnamed feature goes by its number. @param {{layer: string, id: number, label?: string, properties?: Record<string, any>}} feature @returns {Words} */
export function called(feature) {
    const name = feature.label || feature.properties?.name;
    return name ? { zh: `“${name}”`, en: `“${name}”` } : { zh: `#${feature.id}`, en: `#${feature.id}` };
}

/**
 * What a changeset did, in a few words: its comment, or the first of its changes and how many there are.
 * @param {HistoryLine|undefined} line @param {number} changeset @returns {Words}
 */
export function doneBy(line, changeset) {
    const [first] = line?.changes ?? [];
    if (line?.comment || !line || !first) return { zh: line?.comment || `#${changeset}`, en: line?.comment || `#${changeset}` };
    const name = first.label || `#${first.id}`;
    const verb = VERBS[first.op] ?? VERBS.replace;
    if (line.count === 1) return { zh: `${verb.zh}“${name}”`, en: `${verb.en} “${name}”` };
    return { zh: `${verb.zh}“${name}”等 ${line.count} 项`, en: `${verb.en} “${name}” and ${line.count - 1} more` };
}
