import { key, write } from './plots.js';
import { attempt } from './problems.js';
import { attributeOf, layerOf } from './roles.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Ref} Ref */
/** @typedef {{layer: string, id: number, version: number, label: string, attribute: string, was: string, number: string}} Numbered */

const SLOT = 'numbering';
const USUAL = '{区}-{图层}-{序3}';

/** The pattern that was used last on this machine. @param {Desk} desk @returns {string} */
export const lastPattern = (desk) => desk.memory.get(SLOT) ?? USUAL;

/** Whether any of some features has a number of its own. @param {Desk} desk @param {Ref[]} refs */
export const canNumber = ({ state: { plan } }, refs) => refs.some(({ layer }) => attributeOf(layerOf(plan, layer), 'code'));

/** The numbers that features would have; nothing is written. @param {Desk} desk @param {Ref[]} refs @param {string} pattern @param {number} first @returns {Promise<Numbered[]>} */
export async function propose(desk, refs, pattern, first) {
    const found = await attempt(desk, () => desk.api.numbering({ plots: refs.map(key), pattern, first }));
    if (!found) return [];
    desk.memory.set(SLOT, pattern);
    desk.set({ problem: null });
    return found.numbers;
}

/** Writes the proposed numbers as one changeset; those that stay are no changes. @param {Desk} desk @param {Numbered[]} numbers */
export async function number(desk, numbers) {
    const changed = numbers.filter(({ was, number }) => was !== number);
    const one = changed[0];
    await write(desk, async () => changed.map(({ layer, id, version, attribute, number }) => ({
        op: /** @type {const} */ ('patch'), layer, id, version, feature: { type: 'Feature', properties: { [attribute]: number } },
    })), () => changed.length === 1
        ? { zh: `编号已设为 ${one.number}`, en: `The code is ${one.number} now` }
        : { zh: `${changed.length} 个要素已编号`, en: `${changed.length} features are numbered` }, { zh: '自动编号', en: 'numbered' });
}
