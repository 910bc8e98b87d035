import { html, svg } from 'lit';

/** @typedef {import('../model/types.js').Layer} Layer */

/**
 * How a layer looks on the map, as a small picture.
 * @param {Layer} layer
 */
export function swatch(layer) {
    return html`<svg class="swatch" viewBox="0 0 22 16" aria-hidden="true">${shape(layer)}</svg>`;
}

/** @param {Layer} layer */
function shape({ geometry, style }) {
    const fill = style.fill ?? 'none';
    const dash = style.dash.length ? style.dash.join(' ') : 'none';
    if (geometry === 'point') {
        return svg`<circle cx="11" cy="8" r="4.5" fill=${fill} stroke=${style.stroke} stroke-width="1.5"></circle>`;
    }
    if (geometry === 'line') {
        const wide = Math.min(Math.max(style.width, 1.5), 4);
        return svg`<path d="M1.5 12 C7 2.5 14 13 20.5 4" fill="none" stroke=${style.stroke} stroke-width=${wide}
            stroke-dasharray=${dash} stroke-linecap="round"></path>`;
    }
    return svg`<rect x="1.5" y="1.5" width="19" height="13" rx="3" fill=${fill} fill-opacity=${style.fillOpacity}
        stroke=${style.stroke} stroke-width="1.4" stroke-dasharray=${dash}></rect>${hatch(style)}`;
}

/** @param {import('../model/types.js').Style} style */
function hatch({ pattern, stroke }) {
    if (!pattern || pattern === 'none') return '';
    if (pattern.includes('dot')) {
        return svg`<path d="M6 8h.01M11 8h.01M16 8h.01" stroke=${stroke} stroke-width="2" stroke-linecap="round"></path>`;
    }
    return svg`<path d="M4 14 12 2M10 14 18 2" stroke=${stroke} stroke-width="1"></path>`;
}
