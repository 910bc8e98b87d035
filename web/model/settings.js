import { planeOf } from './gauss.js';
import { readHash } from './share.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').State} State */

const REMEMBERED = /** @type {const} */ (['basemap', 'basemapOpacity', 'theme', 'locale', 'author', 'layers', 'snapping', 'lens', 'welcomed', 'columns']);

/** What the person chose on this computer before. @param {Desk['memory']} memory @returns {Partial<State>} */
export function remembered(memory) {
    /** @type {Record<string, unknown>} */
    const found = {};
    for (const name of REMEMBERED) {
        const text = memory.get(name);
        if (text === null) continue;
        try {
            found[name] = JSON.parse(text);
        } catch {
            // A value written by another version is simply forgotten.
        }
    }
    return found;
}

/** @param {string} hash @returns {Partial<State>} */
export function fromHash(hash) {
    return readHash(hash);
}

/** @param {Desk} desk @param {Partial<State>} patch */
export function remember(desk, patch) {
    for (const [name, value] of Object.entries(patch)) desk.memory.set(name, JSON.stringify(value));
    desk.set(patch);
}

/** @param {Desk} desk @param {string} id @param {{visible?: boolean, opacity?: number}} view */
export function setLayer(desk, id, view) {
    const before = desk.state.layers[id] ?? { visible: true, opacity: 1 };
    remember(desk, { layers: { ...desk.state.layers, [id]: { ...before, ...view } } });
}

/** @param {Desk} desk @param {'zh'|'en'} locale */
export function setLocale(desk, locale) {
    desk.api.locale = locale;
    remember(desk, { locale });
}

/** @param {Desk} desk @param {string} author */
export async function setAuthor(desk, author) {
    remember(desk, { author: author.trim() });
    desk.set({ undo: await desk.api.undoState(author.trim() || '—') });
}

/** @param {Desk} desk @param {{lon: number, lat: number}|null} place */
export function setCursor(desk, place) {
    const plane = desk.state.plan?.plane;
    desk.set({ cursor: place && plane ? { ...place, ...planeOf(plane, place.lon, place.lat) } : null });
}
