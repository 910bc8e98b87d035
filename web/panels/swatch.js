import { html, svg } from 'lit';
import { lensOf } from '../model/lens.js';
import { paintOf, strokeOf } from '../model/paint.js';

/** @typedef {import('../model/types.js').Layer} Layer */
/** @typedef {import('../model/paint.js').Paint} Paint */

const KIND = /** @type {Record<string, 1|2|3>} */ ({ point: 1, line: 2, polygon: 3 });

/**
 * How a layer looks on the map, as a small picture painted by the same rules.
 * @param {Layer} layer @param {boolean} dark
 */
export function swatch(layer, dark) {
    const paint = paintOf(layer, { type: KIND[layer.geometry], tags: {} }, dark, lensOf(null, 'layer', dark));
    return html`<svg class="swatch" viewBox="0 0 22 16" aria-hidden="true">${shape(layer, paint)}</svg>`;
}

/** @param {Layer} layer @param {Paint} paint */
function shape({ geometry, belt }, paint) {
    const fill = paint.fill ?? 'none';
    const dash = paint.dash.length ? paint.dash.join(' ') : 'none';
    if (geometry === 'point') {
        return svg`<circle cx="11" cy="8" r="4.5" fill=${fill} fill-opacity=${paint.fillOpacity} stroke=${paint.stroke} stroke-width="1.5"></circle>`;
    }
    if (geometry === 'line') {
        const way = 'M1.5 11.5 C7 3 14 13 20.5 4.5';
        return svg`${belt ? svg`<path d=${way} fill="none" stroke=${fill} stroke-opacity=${paint.fillOpacity} stroke-width="8"></path>` : ''}
            <path d=${way} fill="none" stroke=${paint.stroke} stroke-opacity=${paint.strokeOpacity}
            stroke-width=${Math.min(Math.max(paint.width, 1.2), 4)} stroke-dasharray=${dash} stroke-linecap="round"></path>`;
    }
    return svg`<rect x="1.5" y="1.5" width="19" height="13" rx="3" fill=${fill} fill-opacity=${paint.fillOpacity}
        stroke=${paint.stroke} stroke-opacity=${paint.strokeOpacity} stroke-width="1.4" stroke-dasharray=${dash}></rect>${hatch(paint)}`;
}

/** @param {Paint} paint */
function hatch({ pattern, stroke, patternOpacity }) {
    if (pattern === 'dots') {
        return svg`<path d="M6 6h.01M11 6h.01M16 6h.01M6 11h.01M11 11h.01M16 11h.01" stroke=${stroke} stroke-opacity=${patternOpacity ?? 0.55} stroke-width="2" stroke-linecap="round"></path>`;
    }
    const lines = { hatch: 'M3 14 13 2M9 14 19 2', cross: 'M3 14 13 2M9 14 19 2M19 14 9 2M13 14 3 2', lines: 'M2 5.5h18M2 10.5h18', back: 'M3 2 13 14M9 2 19 14', posts: 'M6 2v12M11 2v12M16 2v12', grid: 'M2 5.5h18M2 10.5h18M6 2v12M11 2v12M16 2v12', none: '' }[pattern];
    return lines ? svg`<path d=${lines} stroke=${stroke} stroke-opacity=${patternOpacity ?? 0.55} stroke-width="1"></path>` : '';
}

/** How plots of a value look through a lens, as on the map. @param {string} value @param {Layer} layer @param {boolean} dark @param {import('../model/lens.js').Lens} lens */
export function lensSwatch(value, layer, dark, lens) {
    const paint = paintOf(layer, { type: 3, tags: { [lens.by === 'layer' ? 'status' : lens.by]: value } }, dark, lens);
    return html`<svg class="swatch" viewBox="0 0 22 16" aria-hidden="true">
        <rect x="1.5" y="1.5" width="19" height="13" rx="3" fill=${paint.fill ?? 'none'} fill-opacity=${paint.fillOpacity} stroke=${paint.stroke}
            stroke-width=${paint.width} stroke-dasharray=${strokeOf(lens.statuses, value)?.dash.join(' ') || 'none'}></rect>${hatch(paint)}
    </svg>`;
}

/** The faint stripes of a shape that is only meant as an illustration. */
export const illustrativeSwatch = () => html`<svg class="swatch" viewBox="0 0 22 16" aria-hidden="true">
    <rect x="1.5" y="1.5" width="19" height="13" rx="3" fill="none" stroke="currentcolor" stroke-opacity="0.35"></rect>
    <path d="M2 14 14 2M12 14 20 6" stroke="currentcolor" stroke-opacity="0.45"></path>
</svg>`;
