import { ask, defaults } from './draft.js';
import { planeOf } from './gauss.js';
import { park } from './parked.js';
import { placeOf } from './place.js';
import { attempt } from './problems.js';
import { attributeOf, layerOf, nameIn } from './roles.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Feature} Feature */
/** @typedef {import('./types.js').Geometry} Geometry */

/** Between a feature and its copy. */
const APART_M = 5;

/** A copy beside the feature, with its attributes, as a draft that can be moved. @param {Desk} desk @param {Feature} feature */
export async function copy(desk, feature) {
    const { plan } = desk.state;
    const box = placeOf(feature.geometry).bbox;
    if (!plan) return;
    const wide = box ? planeOf(plan.plane, box[2], box[1]).east - planeOf(plan.plane, box[0], box[1]).east : 0;
    const moved = await attempt(desk, () => desk.api.reshape('shift', { geometry: feature.geometry, eastM: Math.ceil(wide + APART_M), northM: 0 }));
    if (!moved) return;
    const layer = layerOf(plan, feature.layer);
    const [title, code] = [attributeOf(layer, 'name')?.name, attributeOf(layer, 'code')?.name];
    const name = nameIn(layer, feature.properties);
    const own = { ...(title && name ? { [title]: `${name}-2` } : {}), ...(code ? { [code]: null } : {}) };
    begin(desk, feature.layer, moved.geometry, { ...feature.properties, ...own }, 'move');
}

/** Moves the shape on the desk by so many metres. @param {Desk} desk @param {number} eastM @param {number} northM */
export async function shift(desk, eastM, northM) {
    const geometry = desk.state.draft?.geometry;
    const moved = geometry && await attempt(desk, () => desk.api.reshape('shift', { geometry, eastM, northM }));
    if (moved && desk.state.draft?.geometry === geometry) desk.setDraftGeometry(moved.geometry);
}

/** Moves the outline of what is on the desk outwards, or inwards with less than nothing; it is a draft until it is saved. @param {Desk} desk @param {number} distanceM */
export async function offset(desk, distanceM) {
    const { draft, feature } = desk.state;
    const geometry = (draft ?? feature)?.geometry;
    const made = geometry && await attempt(desk, () => desk.api.reshape('offset', { geometry, distanceM }));
    if (made && (desk.state.draft ?? desk.state.feature)?.geometry === geometry) become(desk, made.geometry);
}

/** The shape on the desk becomes another one. @param {Desk} desk @param {Geometry} geometry */
export function become(desk, geometry) {
    desk.set({ problem: null });
    if (!desk.state.draft) desk.setTool('edit');
    desk.setDraftGeometry(geometry);
}

/** Layers of plots that can be made from a feature. @param {Desk} desk @param {Feature} feature */
export function makeable({ state: { plan } }, feature) {
    const from = layerOf(plan, feature.layer);
    if (!from || from.role === 'adds green') return [];
    return (plan?.layers ?? []).filter(({ role, geometry }) => role === 'adds green' && geometry === from.geometry);
}

/**
 * A plot from the outline of something else, such as a demolition plot, or from the belt along its outside, such as a lake's shore.
 * @param {Desk} desk @param {Feature} feature @param {string} layer @param {number} widthM of the belt; 0 takes the outline itself
 */
export async function make(desk, feature, layer, widthM) {
    const made = widthM > 0 ? await attempt(desk, () => desk.api.reshape('offset', { geometry: feature.geometry, widthM })) : feature;
    if (!made) return;
    const [from, to] = [layerOf(desk.state.plan, feature.layer), layerOf(desk.state.plan, layer)];
    const title = attributeOf(to, 'name')?.name;
    const name = nameIn(from, feature.properties);
    begin(desk, layer, made.geometry, { ...defaults(desk, layer), ...(title && name ? { [title]: name } : {}) }, 'edit');
}

/** Lays a new shape on the desk: nothing is written before a person saves it. @param {Desk} desk @param {string} layer @param {Geometry} geometry @param {import('./types.js').Attributes} attributes @param {import('./types.js').Tool} tool */
function begin(desk, layer, geometry, attributes, tool) {
    park(desk);
    if (desk.state.layers[layer]?.visible === false) desk.setLayer(layer, { visible: true });
    desk.set({ selection: [], feature: null, past: [], drawLayer: layer, tool, draft: { geometry, layer, attributes, dirty: true, stage: 'form' } });
    desk.goTo({ ...placeOf(geometry), ifUnseen: true });
    ask(desk);
}
