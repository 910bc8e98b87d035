import { attempt, tell } from './problems.js';
import { remember } from './settings.js';

/**
 * @typedef {import('./desk.js').Desk} Desk
 * @typedef {import('./types.js').Basemap} Basemap
 * @typedef {{title: string, url: string, attribution: string, gcj02: boolean} | {key: string, layer: string, matrixSet: string, names: boolean}} Service
 */

/** The map that lies under the plan. @param {Readonly<import('./types.js').State>} state @returns {Basemap|null} */
export const lying = ({ plan, basemap }) => plan?.basemaps.find(({ id }) => id === basemap) ?? null;

/** Lays a map under the plan, or none. @param {Desk} desk @param {string|null} id */
export function lay(desk, id) {
    remember(desk, { basemap: id });
}

/** @param {Desk} desk @param {number} opacity 0 to 1 */
export function fade(desk, opacity) {
    remember(desk, { basemapOpacity: opacity });
}

/** Brings all of a map before the person; of a large file the desk must first look where it lies. @param {Desk} desk @param {Basemap} map */
export async function show(desk, map) {
    const maps = map.bounds ? null : await attempt(desk, () => desk.api.backdrops.look(map.id));
    if (maps) listed(desk, maps);
    const { bounds } = maps?.find(({ id }) => id === map.id) ?? map;
    if (!bounds) return;
    const [west, south, east, north] = bounds;
    desk.goTo({ lon: (west + east) / 2, lat: (south + north) / 2, bbox: bounds });
}

/** Adds the map of a service, whose key stays with the server. @param {Desk} desk @param {Service} service @returns {Promise<Basemap|null>} what lies there now */
export function add(desk, service) {
    return laid(desk, () => desk.api.backdrops.add(service));
}

/** @param {Desk} desk @param {File} file @returns {Promise<Basemap|null>} */
export function send(desk, file) {
    return laid(desk, () => desk.api.backdrops.send(file));
}

/** @param {Desk} desk @param {string} id */
export async function remove(desk, id) {
    const maps = await attempt(desk, () => desk.api.backdrops.remove(id));
    if (maps) listed(desk, maps);
}

/** A tile did not come: why is said once for each map that is laid. @param {Desk} desk @param {Basemap} map @param {string} url of the tile */
export async function missed(desk, map, url) {
    const answer = await fetch(url, { headers: { 'Accept-Language': desk.state.locale } }).catch(() => null);
    const type = answer?.headers.get('Content-Type') ?? '';
    if (!answer || answer.ok || !type.includes('json')) return;
    const { detail } = await answer.json();
    const name = typeof map.title === 'string' ? map.title : map.title[desk.state.locale];
    tell(desk, 'basemap', { zh: `底图“${name}”：${detail}`, en: `Base map “${name}”: ${detail}` });
}

/** @param {Desk} desk @param {() => Promise<Basemap[]>} work */
async function laid(desk, work) {
    const before = new Set(desk.state.plan?.basemaps.map(({ id }) => id));
    const maps = await attempt(desk, work);
    if (!maps) return null;
    listed(desk, maps);
    const added = maps.find(({ id }) => !before.has(id));
    if (added) lay(desk, added.id);
    return added ?? null;
}

/** What the desk says that lies there. @param {Desk} desk @param {Basemap[]} basemaps */
export function listed(desk, basemaps) {
    const { plan, scan } = desk.state;
    if (plan) desk.set({ plan: { ...plan, basemaps }, scan: basemaps.some(({ id }) => id === scan?.id) ? scan : null });
}
