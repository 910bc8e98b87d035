import { L } from './leaflet.js';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * A renderer for the few shapes that are hatched: what counts of a plot.
 * @param {Leaflet.Map} map @param {string} pane
 */
export function hatchingRenderer(map, pane) {
    const renderer = L.svg({ pane });
    renderer.addTo(map);
    map.whenReady(() => /** @type {any} */ (renderer)._container.prepend(defs()));
    return renderer;
}

function defs() {
    const all = document.createElementNS(SVG, 'defs');
    const pattern = element('pattern', { id: 'counted', width: '7', height: '7', patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' });
    pattern.append(element('line', { x1: '0', y1: '0', x2: '0', y2: '7', class: 'map-hatch', stroke: '#1b7f3b', 'stroke-width': '2.4' }));
    all.append(pattern);
    return all;
}

/** @param {string} name @param {Record<string, string>} attributes */
function element(name, attributes) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
}
