import { html, nothing } from 'lit';
import { finish, isHand, NEEDS } from '../model/hand.js';
import { close, lastCorner, typeCorner, typeRectangle } from '../model/typed.js';

/** @typedef {import('./panel.js').Panel} Panel */
/** @typedef {'xy'|'polar'} Way */

/** So many corners end a shape. @type {Record<string, number>} */
const LEAST = { polygon: 3, corridor: 2, ...NEEDS };

/** Corners by figures: X and Y in the plan's plane, or bearing and distance from the last one; a rectangle by its size. */
export class TypedCorner {
    /** @type {Way} */
    way = 'xy';

    /** @param {Panel} panel */
    constructor(panel) {
        this.panel = panel;
    }

    /** @param {string} tool */
    render(tool) {
        const { panel } = this;
        const rectangle = tool === 'rectangle';
        const polar = !rectangle && tool !== 'point' && this.way === 'polar';
        const fields = rectangle ? ['x', 'y', 'width', 'height', 'bearing'] : polar ? ['bearing', 'distance'] : ['x', 'y'];
        return html`<details class="typed">
            <summary>${panel.t(rectangle ? 'typed.rectangle' : 'typed.corner')}</summary>
            <form @submit=${(/** @type {Event} */ event) => this.#submit(event, tool)}>
                ${rectangle || tool === 'point' ? nothing : html`<select aria-label=${panel.t('typed.way')} @change=${(/** @type {Event} */ event) => this.#turn(event)}>
                    ${(/** @type {Way[]} */ (['xy', 'polar'])).map((way) => html`<option value=${way} ?selected=${way === this.way} ?disabled=${way === 'polar' && !lastCorner(panel.desk)}>${panel.t(`typed.${way}`)}</option>`)}
                </select>`}
                ${fields.map((name) => html`<label>${panel.t(`typed.${name}`)}
                    <input name=${name} type="number" step="any" inputmode="decimal" autocomplete="off" required
                        min=${['width', 'height', 'distance'].includes(name) ? 0.001 : nothing} value=${rectangle && name === 'bearing' ? '90' : nothing} /></label>`)}
                <button>${panel.t(rectangle ? 'typed.make' : 'typed.set')}</button>
            </form>
        </details>
        ${this.#end(tool)}`;
    }

    /** What ends the shape, for those who have no Enter. @param {string} tool */
    #end(tool) {
        const { draft, hand } = this.panel.state;
        const count = (isHand(tool) ? hand?.corners : draft?.corners)?.length ?? 0;
        if (!LEAST[tool]) return nothing;
        return html`<p class="end"><span role="status">${this.panel.t('typed.count', { count })}</span>
            <button class="small" ?disabled=${count < LEAST[tool]} @click=${() => this.#close(tool)}>${this.panel.t(`typed.end.${isHand(tool) ? tool : 'shape'}`)}</button></p>`;
    }

    /** @param {string} tool */
    #close(tool) {
        if (isHand(tool)) finish(this.panel.desk);
        else close(this.panel.desk);
    }

    /** @param {Event} event */
    #turn(event) {
        this.way = /** @type {Way} */ (/** @type {HTMLSelectElement} */ (event.target).value);
        this.panel.requestUpdate();
    }

    /** @param {Event} event @param {string} tool */
    async #submit(event, tool) {
        event.preventDefault();
        const form = /** @type {HTMLFormElement} */ (event.target);
        const of = (/** @type {string} */ name) => /** @type {HTMLInputElement|null} */ (form.elements.namedItem(name))?.valueAsNumber ?? NaN;
        const { desk } = this.panel;
        if (tool === 'rectangle') {
            await typeRectangle(desk, { x: of('x'), y: of('y') }, { widthM: of('width'), heightM: of('height'), bearingDeg: of('bearing') });
            return;
        }
        const typed = form.elements.namedItem('x') ? { x: of('x'), y: of('y') } : { bearingDeg: of('bearing'), distanceM: of('distance') };
        if (!await typeCorner(desk, typed)) return;
        // The next corner is typed at once.
        form.reset();
        /** @type {HTMLInputElement|null} */ (form.querySelector('input'))?.focus();
    }
}
