import { html, nothing, svg } from 'lit';

/**
 * @typedef {import('./panel.js').Panel} Panel
 * @typedef {import('../model/intake.js').FoundLayer} FoundLayer
 * @typedef {import('../model/intake.js').Choice} Choice
 * @typedef {import('../model/intake.js').ControlPoint} ControlPoint
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
    const residuals = intake?.preview?.find(({ source }) => source === choice.source)?.residualsM;
    return html`<fieldset class="points">
        <legend>${panel.t('intake.points')}</legend>
        <p class="hint">${panel.t('intake.pointsWhy')}</p>
        ${sketch(panel, layer, choice, put)}
        ${choice.points.map((point, i) => html`<div class="point">
            <b>${i + 1}</b>
            ${numberField('x', point.x, (x) => put(i, { x }))} ${numberField('y', point.y, (y) => put(i, { y }))}
            <button type="button" class=${intake?.picking === i ? 'primary' : ''} @click=${() => panel.desk.pickForImport(i)}>
                ${point.lon === null ? panel.t('intake.pick') : `${point.lon.toFixed(6)}, ${point.lat?.toFixed(6)}`}
            </button>
            ${residuals?.[i] === undefined ? nothing : html`<span class="num">±${residuals[i].toFixed(2)} m</span>`}
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
 * The drawing's corners; a click takes the nearest for the first control point that has no place yet.
 * @param {Panel} panel @param {FoundLayer} layer @param {Choice} choice @param {(at: number, some: Partial<ControlPoint>) => void} put
 */
function sketch(panel, layer, choice, put) {
    const { sample } = layer;
    if (sample.length === 0) return nothing;
    const xs = sample.map(([x]) => x);
    const ys = sample.map(([, y]) => y);
    const [west, south] = [Math.min(...xs), Math.min(...ys)];
    const size = Math.max(Math.max(...xs) - west, Math.max(...ys) - south) || 1;
    const at = (/** @type {number} */ x, /** @type {number} */ y) => [((x - west) / size) * 96 + 2, 98 - ((y - south) / size) * 96];
    const next = Math.max(0, choice.points.findIndex((p) => p.lon === null));
    const dot = (/** @type {[number, number]} */ [x, y]) => {
        const [cx, cy] = at(x, y);
        return svg`<circle class="corner" cx=${cx} cy=${cy} r="1.4" @click=${() => put(next, { x, y })}></circle>`;
    };
    const mark = (/** @type {ControlPoint} */ p, /** @type {number} */ i) => {
        const [x, y] = at(p.x, p.y);
        return svg`<text x=${x} y=${y}>${i + 1}</text>`;
    };
    return html`<svg class="drawing" viewBox="0 0 100 100" role="img" aria-label=${panel.t('intake.drawing')}>
        ${sample.map(dot)} ${choice.points.map(mark)}
    </svg>`;
}
