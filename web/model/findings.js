import { asDraft, light, partOf } from './lit.js';
import { attempt, tell } from './problems.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Finding} Finding */

/** How loud a finding is: only what is prohibited is red, so that red is believed. */
const TONES = { block: 'prohibited', approval: 'caution', warn: 'caution', note: 'minor' };

/** @param {{severity: string}} finding */
export const toneOf = ({ severity }) => TONES[/** @type {keyof typeof TONES} */ (severity)] ?? 'caution';

/** What a rule has against a plot. @param {Finding[]} findings */
export const hitsOf = (findings) => findings.filter(({ state }) => state === 'hit');

/** Of what nothing can be said: a layer is missing or empty, or the plot does not say. @param {Finding[]} findings */
export const uncheckedOf = (findings) => findings.filter(({ state }) => state === 'not_checked');

/** What a rule has against one plot. @typedef {Finding & import('./types.js').Ref & {label: string}} Hit */
/** What the rules say of the whole plan. @typedef {{changeset: number, outcomes: number, count: number, hits: Hit[], findings: Finding[]}} Checked */
/** A rule and the plots that offend against it. @typedef {{rule: Hit, hits: Hit[]}} Group */

/** Asks what the rules say of the whole plan. @param {Desk} desk @returns {Promise<Checked|null|undefined>} */
export const ask = (desk) => attempt(desk, () => desk.api.findings());

/** Hits by rule and edition, in the order in which they came: the hardest first. @param {Hit[]} hits @returns {Group[]} */
export function grouped(hits) {
    /** @type {Map<string, Group>} */
    const groups = new Map();
    for (const hit of hits) {
        const name = `${hit.rule} ${hit.edition}`;
        const group = groups.get(name) ?? { rule: hit, hits: [] };
        group.hits.push(hit);
        groups.set(name, group);
    }
    return [...groups.values()];
}

/** Chooses a plot and shows on the map what of it offends. @param {Desk} desk @param {Hit} hit */
export async function show(desk, { layer, id, rule }) {
    const part = { reason: 'rule', layer: rule, id: null };
    await desk.select([{ layer, id }]);
    const { feature, lit } = desk.state;
    if (feature?.layer === layer && feature.id === id && lit?.part !== partOf(part)) await light(desk, part, true);
}

const NOTHING_LEFT = { zh: '切除后不剩面积，请改画或删除该地块。', en: 'Nothing would be left of the plot: draw it elsewhere, or delete it.' };

/** Whether what offends can be cut out of the shape in hand: polygons that are closed. @param {Desk} desk @param {Finding} finding */
export function canCutOut(desk, { canBeCutOut, planeM2 }) {
    const { draft, feature } = desk.state;
    return canBeCutOut && planeM2 > 0 && desk.mayWrite && draft?.stage !== 'drawing' && (draft ?? feature)?.geometry?.type.endsWith('Polygon') === true;
}

/** Lays the shape without what offends on the desk; it is saved when the person saves it. @param {Desk} desk @param {Finding} finding */
export async function cutOut(desk, { rule }) {
    const plot = desk.state.draft ?? desk.state.feature;
    if (!plot) return;
    const rest = await attempt(desk, () => desk.api.taken(asDraft(plot), { rule, left: 'true' }));
    if (!rest || (desk.state.draft ?? desk.state.feature) !== plot) return;
    if (rest.coordinates.length === 0) return tell(desk, 'findings', NOTHING_LEFT);
    if (!desk.state.draft) desk.setTool('edit');
    desk.setDraftGeometry(rest);
}
