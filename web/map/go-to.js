import { clearPart } from './clear.js';
import { L } from './leaflet.js';

/** @typedef {import('./clear.js').Box} Box */

const FLIGHT_S = 0.6;
/** Smaller than this on the map nobody sees what it is. */
const SPECK_PX = 10;
const NEAREST_ZOOM = 17;

/** Whether whoever looks wants nothing to move. */
export const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A fit that leaves clear what the panels cover. @param {Leaflet.Map} map */
export function besidePanels(map) {
    const { x, y } = map.getSize();
    const clear = clearPart(map);
    return { paddingTopLeft: L.point(clear.left, clear.top), paddingBottomRight: L.point(x - clear.right, y - clear.bottom) };
}

/**
 * Brings a place before the person, where no panel lies over it. What is asked for `ifUnseen` stays where it is if it is wholly in sight, is
 * only brought in if it has room at this zoom, and is fitted otherwise.
 * @param {Leaflet.Map} map @param {import('../model/types.js').Place} place
 */
export function goTo(map, { lon, lat, bbox, zoom, ifUnseen }) {
    if (!bbox || (bbox[0] === bbox[2] && bbox[1] === bbox[3])) {
        if (!ifUnseen || !within(clearPart(map), map.latLngToContainerPoint([lat, lon]))) map.flyTo([lat, lon], zoom ?? Math.max(map.getZoom(), 16), { duration: FLIGHT_S, animate: !still() });
        return;
    }
    const [west, south, east, north] = bbox;
    const [one, other] = [map.latLngToContainerPoint([north, west]), map.latLngToContainerPoint([south, east])];
    const { x: width, y: height } = other.subtract(one);
    const clear = clearPart(map);
    const fits = Math.max(width, height) >= SPECK_PX && width <= clear.right - clear.left && height <= clear.bottom - clear.top;
    if (ifUnseen && fits && within(clear, one) && within(clear, other)) return;
    if (ifUnseen && fits) map.panBy(one.add(other).divideBy(2).subtract(middle(clear)), { duration: FLIGHT_S / 2, animate: !still() });
    else map.flyToBounds([[south, west], [north, east]], { maxZoom: NEAREST_ZOOM, duration: FLIGHT_S, animate: !still(), ...besidePanels(map) });
}

/** @param {Box} box @param {{x: number, y: number}} point */
const within = ({ left, top, right, bottom }, { x, y }) => x >= left && x <= right && y >= top && y <= bottom;

/** @param {Box} box */
const middle = ({ left, top, right, bottom }) => L.point((left + right) / 2, (top + bottom) / 2);
