import { untilTaken } from './again.js';
import { attempt, tell } from './problems.js';
import { attributeOf, listOf } from './roles.js';
import { called, said } from './said.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Ref} Ref */

/** @param {Desk} desk @param {Ref[]} refs */
export async function remove(desk, refs) {
    /** @type {import('./types.js').Words[]} */
    let names = [];
    await write(desk, async () => {
        const features = await Promise.all(refs.map((ref) => desk.api.feature(ref)));
        names = features.map(called);
        return features.map(({ layer, id, version }) => ({ op: 'delete', layer, id, version }));
    }, () => names.length === 1
        ? { zh: `已删除${names[0].zh}`, en: `${names[0].en} is deleted` }
        : { zh: `已删除 ${refs.length} 个要素`, en: `${refs.length} features are deleted` });
}

/** One value for an attribute of any number of features, in one changeset. @param {Desk} desk @param {Ref[]} refs @param {import('./types.js').Attribute} attribute @param {unknown} value */
export async function batchAttribute(desk, refs, attribute, value) {
    await write(desk, async () => (await versionsOf(desk, refs)).map((ref) => patch(ref, attribute.name, value)), () => ({
        zh: `${refs.length} 个要素的“${attribute.title.zh}”已修改`,
        en: `“${attribute.title.en}” of ${refs.length} features is changed`,
    }));
}

/** The register knows plots with their versions; of anything else it is asked for. @param {Desk} desk @param {Ref[]} refs */
async function versionsOf(desk, refs) {
    const rows = new Map((await desk.api.plots.some(refs)).rows.map((row) => [key(row), row]));
    return Promise.all(refs.map((ref) => rows.get(key(ref)) ?? desk.api.feature(ref)));
}

/** @param {Ref & {version: number}} ref @param {string} name @param {unknown} value @returns {import('./types.js').Change} */
function patch({ layer, id, version }, name, value) {
    return { op: 'patch', layer, id, version, feature: { type: 'Feature', properties: { [name]: value } } };
}

/** One changeset for any number of plots; their shapes stay where they are. @param {Desk} desk @param {Ref[]} refs @param {string} status */
export async function batchStatus(desk, refs, status) {
    const layers = desk.state.plan?.layers;
    /** @type {import('./types.js').Row[]} */
    let rows = [];
    await write(desk, async () => {
        rows = (await desk.api.plots.some(refs)).rows.filter((row) => row.attributes.status !== status);
        return rows.map((row) => {
            const name = attributeOf(layers?.find((each) => each.id === row.layer), 'status')?.name ?? 'status';
            return patch(row, name, status);
        });
    }, () => {
        const title = listOf(desk.state.plan, 'status')?.codes.find(({ code }) => code === status)?.title ?? { zh: status, en: status };
        return { zh: `${rows.length} 个地块已改为“${title.zh}”`, en: `${rows.length} plots are now “${title.en}”` };
    });
}

/** Several changes that somebody agreed to, in one changeset. @param {Desk} desk @param {import('./types.js').Change[]} changes @param {import('./types.js').Words} done */
export function writeAll(desk, changes, done) {
    return write(desk, async () => changes, () => done);
}

/**
 * One changeset over several features, all or nothing.
 * @param {Desk} desk @param {() => Promise<import('./types.js').Change[]>} asked @param {() => import('./types.js').Words} done what was done
 * @param {import('./types.js').Words} [comment] what history calls it, in the language of who does it
 */
export async function write(desk, asked, done, comment) {
    if (desk.state.saving) return;
    desk.set({ saving: true, problem: null });
    await attempt(desk, async () => {
        const changes = await asked();
        const author = desk.state.author || '—';
        if (changes.length === 0) return;
        const answer = await untilTaken(desk, (id) => desk.api.apply(author, comment?.[desk.state.locale] ?? '', changes, id));
        await applied(desk, answer);
        said(desk, answer.changeset, done());
    });
    desk.set({ saving: false });
}

/**
 * Brings the desk up to a changeset this page wrote: the new targets at once, then table and history.
 * @param {Desk} desk @param {import('./types.js').Applied} answer
 * @param {import('./types.js').LedgerLine|null} [line] what the only feature of it counts, as far as it is known
 */
export async function applied(desk, answer, line = null) {
    touched(desk, answer.changeset, layersOf(answer));
    const gone = new Set(answer.deleted.map(key));
    const kept = desk.state.selection.filter((ref) => !gone.has(key(ref)));
    // Records are on no map, and nothing that could be selected.
    const shapes = answer.features.filter(({ layer }) => !desk.state.plan?.records?.some(({ id }) => id === layer));
    const feature = shapes.length === 1 ? { ...shapes[0], ...(line && { ledger: line }) } : null;
    desk.set({
        targets: answer.targets.after,
        selection: feature ? [{ layer: feature.layer, id: feature.id }] : kept,
        feature: feature ?? (kept.length === desk.state.selection.length ? desk.state.feature : null),
    });
    for (const notice of answer.notices) tell(desk, notice.kind, notice.text);
    await Promise.all([desk.refresh(), feature ? desk.inspect(feature) : null]);
}

/** @param {import('./types.js').Applied} answer */
function layersOf(answer) {
    return [...new Set([...answer.features, ...answer.deleted].map((f) => f.layer))];
}

/**
 * Marks layers as changed, so that their tiles are drawn anew. Events may arrive late or twice: versions only grow. What this page
 * wrote itself is known before the event that counts: a layer is not taken for empty until then.
 * @param {Desk} desk @param {number} changeset @param {string[]} layers @param {Record<string, number>} [counts] features there are now
 */
export function touched(desk, changeset, layers, counts = {}) {
    const { plan } = desk.state;
    if (!plan) return;
    desk.set({
        plan: {
            ...plan,
            lastChangeset: Math.max(plan.lastChangeset, changeset),
            layers: plan.layers.map((l) => {
                if (!layers.includes(l.id)) return l;
                return { ...l, version: Math.max(l.version, changeset), count: counts[l.id] ?? Math.max(1, l.count) };
            }),
        },
    });
}

/** @param {Ref} ref */
export function key(ref) {
    return `${ref.layer}:${ref.id}`;
}
