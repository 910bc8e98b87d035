import { changeOf } from './changes.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Draft} Draft */
/** @typedef {{geometry: import('./types.js').Geometry, neighbours: {feature: import('./types.js').Feature, geometry: import('./types.js').Geometry}[]}} Followed */

/** Whether a draft may share edges with others: an area that was saved before. @param {import('./types.js').Layer} layer @param {Draft} draft */
export const sharesEdges = (layer, draft) => layer.geometry === 'polygon' && draft.id !== undefined;

/** Whether the neighbours come along where a shared edge is moved. @param {Desk} desk @param {boolean} together */
export function keepTogether(desk, together) {
    const { draft } = desk.state;
    if (draft) desk.set({ draft: { ...draft, together, sent: undefined } });
}

/**
 * What saving a draft changes: itself, and with a shared edge its neighbours, in one changeset.
 * @param {Desk} desk @param {Draft} draft @returns {Promise<import('./types.js').Change[]>}
 */
export async function changesOf(desk, draft) {
    const moved = JSON.stringify(draft.geometry) !== JSON.stringify(draft.base?.geometry);
    if (!draft.together || draft.id === undefined || !moved) return [changeOf(draft)];
    const { layer, id, geometry } = draft;
    /** @type {Followed} */
    const followed = await desk.api.reshape('neighbours', { layer, id, geometry });
    return [changeOf({ ...draft, geometry: followed.geometry }), ...followed.neighbours.map(neighbour)];
}

/** @param {Followed['neighbours'][number]} neighbour @returns {import('./types.js').Change} */
function neighbour({ feature: { layer, id, version, properties }, geometry }) {
    return { op: 'replace', layer, id, version, feature: { type: 'Feature', properties, geometry } };
}
