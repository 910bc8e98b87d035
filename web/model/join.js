import { write } from './plots.js';
import { attempt } from './problems.js';
import { called } from './said.js';
import { number } from './units.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Ref} Ref */
/** @typedef {import('./types.js').Feature} Feature */
/** @typedef {{geometry: import('./types.js').Geometry, planeM2: number, parts: number, twiceM2: number, features: Feature[]}} Union */

/** Whether features can become one: two or more areas of one layer. @param {Desk} desk @param {Ref[]} refs */
export function canJoin(desk, refs) {
    const layer = desk.state.plan?.layers.find(({ id }) => id === refs[0]?.layer);
    return refs.length > 1 && layer?.geometry === 'polygon' && refs.every((ref) => ref.layer === layer.id);
}

/** Tells what features would be together, and joins them when a person has said so. @param {Desk} desk @param {Ref[]} refs */
export async function join(desk, refs) {
    /** @type {Union|null} */
    const union = await attempt(desk, () => desk.api.reshape('merge', { plots: refs.map(({ layer, id }) => `${layer}:${id}`) }));
    if (!union) return;
    const kept = called(keptOf(union.features));
    const [m2, twice] = [union.planeM2, union.twiceM2];
    desk.set({
        question: {
            text: {
                zh: `${refs.length} 个要素将合并为${kept.zh}（${number(m2, 1, 'zh')} m²，平面），保留它的编号、属性和历史，其余的删除。`
                    + (twice >= 0.1 ? `重叠的 ${number(twice, 1, 'zh')} m² 只算一次。` : '') + (union.parts > 1 ? `它们互不相连，合并后由 ${union.parts} 部分组成。` : ''),
                en: `${refs.length} features become ${kept.en} (${number(m2, 1, 'en')} m², plane), with its number, attributes and history; the others are deleted.`
                    + (twice >= 0.1 ? ` ${number(twice, 1, 'en')} m² that they share count once.` : '') + (union.parts > 1 ? ` They do not touch: it will have ${union.parts} parts.` : ''),
            },
            yes: { zh: '合并', en: 'Merge' },
            act: () => write(desk, async () => changesOf(union), () => ({ zh: `已合并为${kept.zh}`, en: `${kept.en} is merged` }), { zh: `合并为${kept.zh}`, en: `merged into ${kept.en}` }),
        },
    });
}

/** The largest goes on being itself. @param {Feature[]} features */
const keptOf = (features) => features.reduce((best, one) => ((one.ledger?.gross.planeM2 ?? size(one)) > (best.ledger?.gross.planeM2 ?? size(best)) ? one : best));

/** Twice the area in degrees: enough to tell which of some neighbours is the largest. @param {Feature} feature */
function size({ geometry }) {
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return parts.reduce((/** @type {number} */ sum, /** @type {number[][][]} */ rings) => sum + Math.abs(rings[0].slice(1).reduce((area, [x, y], i) => area + (rings[0][i][0] * y - x * rings[0][i][1]), 0)), 0);
}

/** @param {Union} union @returns {import('./types.js').Change[]} */
export function changesOf({ features, geometry }) {
    const kept = keptOf(features);
    return features.map((each) => {
        const { layer, id, version, properties } = each;
        return each === kept ? { op: 'replace', layer, id, version, feature: { type: 'Feature', properties, geometry } } : { op: 'delete', layer, id, version };
    });
}
