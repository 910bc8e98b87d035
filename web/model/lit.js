import { placeOf } from './place.js';
import { key } from './plots.js';
import { attempt } from './problems.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Overlap} Overlap */

/** A part that does not count, under its name, and where it lies; null while that is asked for. @typedef {{part: string, geometry: import('./types.js').Geometry|null}} Lit */

/** What is lit of a plot; where a rule is offended, its code stands for the layer. @typedef {Pick<Overlap, 'reason'|'layer'|'id'>} Part */

/** The name of a part. @param {Part} overlap */
export const partOf = ({ reason, layer, id }) => `${reason}:${layer}:${id ?? ''}`;

/** Shows on the map where a part of the plot or draft in hand lies; asked for again, it goes out. @param {Desk} desk @param {Part} overlap @param {boolean} [fly] whether to go there also where it is in sight */
export async function light(desk, overlap, fly = false) {
    const part = partOf(overlap);
    const { draft, feature, lit } = desk.state;
    const plot = draft ?? feature;
    if (lit?.part === part) return desk.set({ lit: null });
    desk.set({ lit: { part, geometry: null } });
    /** @type {Record<string, string>} */
    const which = overlap.reason === 'rule' ? { rule: overlap.layer } : { reason: overlap.reason, layer: overlap.layer, ...(overlap.id !== null && { id: String(overlap.id) }) };
    const geometry = await attempt(desk, () => (plot ? desk.api.taken(asDraft(plot), which) : desk.api.takenTogether(desk.state.selection.map(key), which)));
    if (desk.state.lit?.part !== part) return;
    desk.set({ lit: geometry?.coordinates.length ? { part, geometry } : null });
    if (geometry?.coordinates.length) desk.goTo({ ...placeOf(geometry), ifUnseen: !fly });
}

/** A plot as the server checks it. @param {import('./types.js').Draft|import('./types.js').Feature} plot */
export function asDraft(plot) {
    const properties = 'attributes' in plot ? plot.attributes : plot.properties;
    const draft = { layer: plot.layer, feature: { type: 'Feature', properties, geometry: plot.geometry } };
    return plot.id === undefined ? draft : { ...draft, id: plot.id, version: plot.version };
}

/** What is lit belongs to the shape it was asked of. @param {Set<string>} keys what of the state is another now @returns {{lit?: null}} */
export function outlived(keys) {
    return (keys.has('check') || keys.has('feature') || keys.has('selection') || keys.has('together')) && !keys.has('lit') ? { lit: null } : {};
}
