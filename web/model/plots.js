import { attempt, tell } from './problems.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Ref} Ref */
/** @typedef {import('./types.js').Feature} Feature */

/** @param {Desk} desk @param {Ref[]} refs */
export async function remove(desk, refs) {
    await write(desk, (features) => features.map(({ layer, id, version }) => ({ op: 'delete', layer, id, version })), refs);
}

/** @param {Desk} desk @param {Ref[]} refs @param {string} status */
export async function batchStatus(desk, refs, status) {
    const changes = (/** @type {Feature[]} */ features) =>
        features.map(({ layer, id, version, properties, geometry }) => ({
            op: /** @type {const} */ ('replace'),
            layer,
            id,
            version,
            feature: { type: 'Feature', properties: { ...properties, status }, geometry },
        }));
    await write(desk, changes, refs);
}

/**
 * One changeset over several features, all or nothing.
 * @param {Desk} desk @param {(features: Feature[]) => import('./types.js').Change[]} changes @param {Ref[]} refs
 */
async function write(desk, changes, refs) {
    if (refs.length === 0 || desk.state.saving) return;
    desk.set({ saving: true, problem: null });
    await attempt(desk, async () => {
        const features = await Promise.all(refs.map((ref) => desk.api.feature(ref)));
        await applied(desk, await desk.api.apply(desk.state.author || '—', '', changes(features)));
    });
    desk.set({ saving: false });
}

/**
 * Brings the desk up to a changeset this page wrote: the new targets at once, then table and history.
 * @param {Desk} desk @param {import('./types.js').Applied} answer
 */
export async function applied(desk, answer) {
    touched(desk, answer.changeset, layersOf(answer));
    const gone = new Set(answer.deleted.map(key));
    const kept = desk.state.selection.filter((ref) => !gone.has(key(ref)));
    const feature = answer.features.length === 1 ? answer.features[0] : null;
    desk.set({
        targets: answer.targets.after,
        selection: feature ? [{ layer: feature.layer, id: feature.id }] : kept,
        feature: feature ?? (kept.length === desk.state.selection.length ? desk.state.feature : null),
    });
    for (const notice of answer.notices) tell(desk, notice.kind, notice.text);
    await desk.refresh();
}

/** @param {import('./types.js').Applied} answer */
function layersOf(answer) {
    return [...new Set([...answer.features, ...answer.deleted].map((f) => f.layer))];
}

/**
 * Marks layers as changed, so that their tiles are drawn anew. Events may arrive late or twice: versions only grow. A count is
 * only asked whether a layer is empty, so it is not kept exact here.
 * @param {Desk} desk @param {number} changeset @param {string[]} layers
 */
export function touched(desk, changeset, layers) {
    const { plan } = desk.state;
    if (!plan) return;
    desk.set({
        plan: {
            ...plan,
            lastChangeset: Math.max(plan.lastChangeset, changeset),
            layers: plan.layers.map((l) =>
                layers.includes(l.id) && l.version < changeset ? { ...l, version: changeset, count: Math.max(1, l.count) } : l,
            ),
        },
    });
}

/** @param {Ref} ref */
export function key(ref) {
    return `${ref.layer}:${ref.id}`;
}
