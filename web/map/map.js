import { L } from './geoman.js';

/** @typedef {import('../model/desk.js').Desk} Desk */

/** @param {Desk} desk @param {HTMLElement} element */
export function createMap(desk, element) {
    const map = L.map(element, { preferCanvas: true });
    map.setView([34.8, 113.3], 12);
    return map;
}
