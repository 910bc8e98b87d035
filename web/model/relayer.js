import { defaults } from './draft.js';
import { write } from './plots.js';
import { attributeOf, layerOf } from './roles.js';
import { called } from './said.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Feature} Feature */
/** @typedef {import('./types.js').Layer} Layer */

/** Layers that could take the feature: those with shapes of its kind. @param {Desk} desk @param {Feature} feature */
export function takers({ state: { plan } }, feature) {
    const kind = layerOf(plan, feature.layer)?.geometry;
    return (plan?.layers ?? []).filter(({ id, geometry }) => geometry === kind && id !== feature.layer);
}

/**
 * What a feature's attributes are in another layer, by meaning first and by name else, and those that find no place there.
 * @param {Layer} from @param {Layer} to @param {Record<string, any>} values @param {import('./types.js').Plan|null} plan
 */
export function fitted(from, to, values, plan) {
    /** @type {import('./types.js').Attributes} */
    const fits = {};
    /** @type {{attribute: import('./types.js').Attribute, value: unknown}[]} */
    const lost = [];
    for (const attribute of from.attributes) {
        const value = values[attribute.name] ?? null;
        if (value === null) continue;
        const target = (attribute.role ? attributeOf(to, attribute.role) : null) ?? to.attributes.find(({ name }) => name === attribute.name);
        const codes = target?.codes ? plan?.codes[target.codes]?.codes.map(({ code }) => code) : null;
        const takes = target && target.type === attribute.type && (!codes || codes.includes(String(value))) && String(value).length <= (target.maxLength ?? Infinity);
        if (takes) fits[target.name] = value;
        else lost.push({ attribute, value });
    }
    return { fits, lost };
}

/** Tells which attributes would be lost in another layer, and moves the feature there when a person has said so. @param {Desk} desk @param {Feature} feature @param {string} layer */
export function reassign(desk, feature, layer) {
    const { plan } = desk.state;
    const [from, to] = [layerOf(plan, feature.layer), layerOf(plan, layer)];
    if (!from || !to) return;
    const { fits, lost } = fitted(from, to, feature.properties, plan);
    const name = called(feature);
    const list = (/** @type {'zh'|'en'} */ tongue) => lost.map(({ attribute, value }) => `${attribute.title[tongue]} ${String(value)}`).join(tongue === 'zh' ? '、' : ', ');
    desk.set({
        question: {
            text: {
                zh: `${name.zh}将从“${from.title.zh}”改到“${to.title.zh}”，得到新的编号；${lost.length ? `该图层没有这些属性，将丢失：${list('zh')}。` : '属性都能保留。'}`,
                en: `${name.en} goes from “${from.title.en}” to “${to.title.en}” under a new number. ${lost.length ? `That layer has no place for: ${list('en')}.` : 'All attributes are kept.'}`,
            },
            yes: { zh: '改图层', en: 'Change layer' },
            act: () => write(desk, async () => {
                const properties = { ...defaults(desk, layer), ...fits };
                return [
                    { op: 'delete', layer: feature.layer, id: feature.id, version: feature.version },
                    { op: 'create', layer, feature: { type: 'Feature', properties, geometry: feature.geometry } },
                ];
            }, () => ({ zh: `${name.zh}已改到“${to.title.zh}”`, en: `${name.en} is in “${to.title.en}” now` }), { zh: `${name.zh}改到“${to.title.zh}”`, en: `${name.en} to “${to.title.en}”` }),
        },
    });
}
