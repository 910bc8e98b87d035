import assert from 'node:assert/strict';
import test from 'node:test';
import { lensOf } from '../../../../web/model/lens.js';
import { paintTile } from '../../../../web/map/tile-painter.js';

/** @typedef {{colour: unknown, dash: number[], cap: unknown}} Stroke */

/** A canvas that notes its strokes. @returns {{canvas: HTMLCanvasElement, strokes: Stroke[]}} */
function noting() {
    /** @type {Stroke[]} */
    const strokes = [];
    let dash = /** @type {number[]} */ ([]);
    const ctx = new Proxy(/** @type {Record<string, unknown>} */ ({}), {
        get: (kept, name) =>
            name === 'setLineDash' ? (/** @type {number[]} */ d) => { dash = d; }
            : name === 'stroke' ? () => strokes.push({ colour: kept.strokeStyle, dash, cap: kept.lineCap })
            : kept[String(name)] ?? (() => undefined),
        set: (kept, name, value) => { kept[String(name)] = value; return true; },
    });
    return { canvas: /** @type {HTMLCanvasElement} */ (/** @type {unknown} */ ({ width: 0, height: 0, getContext: () => ctx })), strokes };
}

/** @param {Record<string, unknown>} tags @returns {Stroke[]} how a river with these tags is drawn */
function river(tags) {
    const style = { fill: null, fillOpacity: 0, stroke: '#5b9fc9', width: 2.6, dash: [], pattern: 'none' };
    const layer = /** @type {import('../../../../web/model/types.js').Layer} */ (/** @type {unknown} */ ({ id: 'rivers', role: 'water', style }));
    const tile = /** @type {import('../../../../web/map/tile-decoder.js').DecodedTile} */ (
        /** @type {unknown} */ ({ extent: 4096, features: [{ id: 1, type: 2, tags, parts: [[0, 0, 4096, 4096]] }] })
    );
    const { canvas, strokes } = noting();
    paintTile(canvas, [{ layer, tile, opacity: 1 }], 256, { dark: false, ground: '#eef1ec', lens: lensOf(null, 'layer', false), hidden: null, metre: 1 });
    return strokes;
}

test('a line that is only meant as an illustration is striped across, in the colour of the ground', () => {
    globalThis.window ??= /** @type {Window & typeof globalThis} */ (/** @type {unknown} */ ({ devicePixelRatio: 1 }));
    assert.deepEqual(river({}), [{ colour: '#5b9fc9', dash: [], cap: 'round' }]);
    assert.deepEqual(river({ illustrative: true }), [
        { colour: '#5b9fc9', dash: [], cap: 'round' },
        { colour: '#eef1ec', dash: [1.5, 7.5], cap: 'butt' },
    ]);
});
