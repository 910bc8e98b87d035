import { html, nothing, svg } from 'lit';

/**
 * @typedef {import('./panel.js').Panel} Panel
 * @typedef {import('../model/intake.js').FoundLayer} FoundLayer
 * @typedef {import('../model/intake-choices.js').Choice} Choice
 * @typedef {import('../model/intake-choices.js').ControlPoint} ControlPoint
 */

const METHODS = /** @type {Choice['method'][]} */ (['similarity', 'affine']);

/**
 * Lays a drawing on the map: a corner of the drawing is chosen in the sketch, its place is clicked on the map.
 * @param {Panel} panel @param {FoundLayer} layer @param {Choice} choice
 */
export function controlPoints(panel, layer, choice) {
    const { intake } = panel.state;
    const set = (/** @type {ControlPoint[]} */ points) => panel.desk.chooseImport(choice.source, { points });
    const put = (/** @type {number} */ at, /** @type {Partial<ControlPoint>} */ some) =>
        set(choice.points.map((p, i) => (i === at ? { ...p, ...some } : p)));
    return html`<fieldset class="points">
        <legend>${panel.t('intake.points')}</legend>
        <p class="hint">${panel.t('intake.pointsWhy')}</p>
        ${sketch(panel, layer, choice, put)}
        ${choice.points.map((point, i) => html`<div class="point">
            <b>${i + 1}</b>
            ${numberField('x', point.x, (x) => put(i, { x }))} ${numberField('y', point.y, (y) => put(i, { y }))}
            <button type="button" class=${intake?.picking === i ? 'pick primary' : 'pick'} aria-pressed=${intake?.picking === i} @click=${() => panel.desk.pickForImport(i)}>
                ${point.lon === null ? panel.t(intake?.picking === i ? 'intake.picking' : 'intake.pick') : `${point.lon.toFixed(5)}, ${point.lat?.toFixed(5)}`}
            </button>
        </div>`)}
        <div class="point">
            <button type="button" @click=${() => set([...choice.points, { x: 0, y: 0, lon: null, lat: null }])}>${panel.t('intake.morePoints')}</button>
            <select aria-label=${panel.t('intake.method')} @change=${(/** @type {Event} */ e) =>
                panel.desk.chooseImport(choice.source, {
                    method: /** @type {Choice['method']} */ (/** @type {HTMLSelectElement} */ (e.target).value),
                })}>
                ${METHODS.map((m) => html`<option value=${m} ?selected=${m === choice.method}>${panel.t(`intake.method.${m}`)}</option>`)}
            </select>
        </div>
    </fieldset>`;
}

/** @param {string} name @param {number} value @param {(value: number) => void} change */
const numberField = (name, value, change) => html`<label>${name}
    <input type="number" step="any" .value=${String(value)} @change=${(/** @type {Event} */ e) => change(/** @type {HTMLInputElement} */ (e.target).valueAsNumber || 0)} /></label>`;

/**
 * The drawing with its corners; a click takes the nearest for the first control point that has no place yet.
 * @param {Panel} panel @param {FoundLayer} layer @param {Choice} choice @param {(at: number, some: Partial<ControlPoint>) => void} put
 */
function sketch(panel, layer, choice, put) {
    const corners = [...layer.outline.flat(), ...layer.sample];
    if (corners.length === 0) return nothing;
    const west = least(corners, 0);
    const south = least(corners, 1);
    const size = Math.max(most(corners, 0) - west, most(corners, 1) - south) || 1;
    const at = (/** @type {number[]} */ [x, y]) => [((x - west) / size) * 96 + 2, 98 - ((y - south) / size) * 96];
    const next = Math.max(0, choice.points.findIndex((p) => p.lon === null));
    const line = (/** @type {[number, number][]} */ path) => svg`<polyline points=${path.map((p) => at(p).join()).join(' ')}></polyline>`;
    const dot = (/** @type {[number, number]} */ corner) => {
        const [cx, cy] = at(corner);
        return svg`<circle class="corner" cx=${cx} cy=${cy} r="1.1" @click=${() => put(next, { x: corner[0], y: corner[1] })}></circle>`;
    };
    const mark = (/** @type {ControlPoint} */ p, /** @type {number} */ i) => {
        const [x, y] = at([p.x, p.y]);
        return svg`<circle class="taken" cx=${x} cy=${y} r="1.8"></circle><text x=${x + 2} y=${y - 2}>${i + 1}</text>`;
    };
    const named = choice.points.filter(({ x, y }) => x !== 0 || y !== 0);
    return html`<svg class="drawing" viewBox="0 0 100 100" role="img" aria-label=${panel.t('intake.drawing')}>
        ${layer.outline.map(line)} ${corners.map(dot)} ${named.map((p) => mark(p, choice.points.indexOf(p)))}
    </svg>`;
}

/** @param {[number, number][]} corners @param {0|1} axis */
const least = (corners, axis) => corners.reduce((found, c) => Math.min(found, c[axis]), Infinity);
/** @param {[number, number][]} corners @param {0|1} axis */
const most = (corners, axis) => corners.reduce((found, c) => Math.max(found, c[axis]), -Infinity);
