/** @typedef {import('./types.js').Draft} Draft */

/** A draft as a change of the plan. @param {Draft} draft @returns {import('./types.js').Change} */
export function changeOf(draft) {
    const { layer, id, version } = draft;
    const feature = featureOf(draft);
    return id === undefined || version === undefined
        ? { op: 'create', layer, feature }
        : { op: 'replace', layer, id, version, feature };
}

/** @param {Draft} draft */
export function featureOf(draft) {
    return { type: 'Feature', properties: draft.attributes, geometry: draft.geometry };
}
