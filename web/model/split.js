import { write } from './plots.js';
import { attempt } from './problems.js';
import { attributeOf, layerOf, nameIn } from './roles.js';
import { called } from './said.js';
import { number } from './units.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Feature} Feature */
/** @typedef {{feature: Feature, pieces: {geometry: import('./types.js').Geometry, planeM2: number}[]}} Split what the server would make of it */

/** Tells what a line makes of the inspected feature, and does it when a person has said so. @param {Desk} desk @param {[number, number][]} line */
export async function parted(desk, line) {
    const { feature } = desk.state;
    if (!feature) return;
    const { layer, id } = feature;
    /** @type {Split|null} */
    const split = await attempt(desk, () => desk.api.reshape('split', { layer, id, line: { type: 'LineString', coordinates: line } }));
    if (!split || desk.state.tool !== 'split') return;
    const name = called(split.feature);
    const areas = (/** @type {'zh'|'en'} */ tongue) => split.pieces.map(({ planeM2 }) => `${number(planeM2, 1, tongue)} m²`).join(tongue === 'zh' ? '、' : ', ');
    const count = split.pieces.length;
    desk.set({
        hand: { corners: line, pieces: split.pieces.map(({ geometry }) => geometry) },
        question: {
            text: {
                zh: `${name.zh}将分为 ${count} 块：${areas('zh')}（平面）。最大的一块保留原编号和历史，其余各块属性相同、编号留空。`,
                en: `${name.en} will be ${count} pieces: ${areas('en')} (plane). The largest keeps number and history; the others have the same attributes and no code yet.`,
            },
            yes: { zh: '分割', en: 'Split' },
            act: () => cut(desk, split),
        },
    });
}

/** @param {Desk} desk @param {Split} split */
async function cut(desk, split) {
    const { feature, pieces } = split;
    const name = called(feature);
    desk.set({ tool: 'select', hand: null });
    await write(desk, async () => changesOf(layerOf(desk.state.plan, feature.layer), split), () => ({
        zh: `${name.zh}已分为 ${pieces.length} 块`,
        en: `${name.en} is split into ${pieces.length}`,
    }), { zh: `分割${name.zh}`, en: `split ${name.en}` });
}

/**
 * One change for each piece: the first goes on being the feature, the others are new ones with its attributes and names of their own.
 * @param {import('./types.js').Layer|undefined} planLayer @param {Split} split @returns {import('./types.js').Change[]}
 */
export function changesOf(planLayer, { feature, pieces }) {
    const { layer, id, version, properties } = feature;
    const [title, code] = [attributeOf(planLayer, 'name')?.name, attributeOf(planLayer, 'code')?.name];
    const named = nameIn(planLayer, properties);
    return pieces.map(({ geometry }, index) => {
        if (index === 0) return { op: 'replace', layer, id, version, feature: { type: 'Feature', properties, geometry } };
        const own = { ...(title && named ? { [title]: `${named}-${index + 1}` } : {}), ...(code ? { [code]: null } : {}) };
        return { op: 'create', layer, feature: { type: 'Feature', properties: { ...properties, ...own }, geometry } };
    });
}
