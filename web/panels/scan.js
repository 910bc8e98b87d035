import { html, nothing } from 'lit';
import { fade, show } from '../model/backdrops.js';
import { choose, close, drop, laying, move, typed, wantsPlace } from '../model/scan.js';
import { number } from '../model/units.js';
import { icon } from './icon.js';
import { Panel } from './panel.js';

/** @typedef {import('../model/scan.js').Scan} ScanOf */
/** @typedef {import('../model/scan.js').Pair} Pair */

const METHODS = /** @type {const} */ (['similarity', 'affine']);

/** Lays a scanned drawing under the map by pairs of points, and says how well they agree. */
export class Scan extends Panel {
    static reads = ['scan', 'basemapOpacity', 'tool'];

    render() {
        const map = laying(this.state);
        const section = /** @type {HTMLElement} */ (this.parentElement);
        section.hidden = !map;
        section.setAttribute('aria-label', this.t('scan.label'));
        section.querySelector('#drawing')?.setAttribute('aria-label', this.t('scan.drawing'));
        if (!map) return nothing;
        const { scan } = map;
        return html`<header><h2>${this.words(map.title)}</h2>
                ${map.bounds ? html`<button class="ghost small" aria-label=${this.t('scan.show')} title=${this.t('scan.show')} @click=${() => show(this.desk, map)}>${icon('search')}</button>` : nothing}
                <button class="primary" @click=${() => close(this.desk)}>${this.t('scan.done')}</button></header>
            <p class="step" role="status">${this.step()}</p>
            ${wantsPlace(this.state) ? this.place() : nothing}
            ${this.told(scan)} ${scan.points.length > 0 ? this.pairs(scan) : nothing} ${this.method(scan)} ${map.bounds ? this.strength() : nothing}`;
    }

    /** What is asked of the hand now. */
    step() {
        const { pending, moving } = this.state.scan ?? {};
        if (moving) return this.t(moving.on === 'map' ? 'scan.moveMap' : 'scan.moveDrawing', { n: moving.index + 1 });
        return this.t(pending ? 'scan.then' : 'scan.first');
    }

    place() {
        return html`<form class="place" @submit=${this.submit}>
            <input name="place" autocomplete="off" spellcheck="false" required aria-label=${this.t('scan.typed')} placeholder=${this.t('scan.typed')} />
            <button>${this.t('scan.take')}</button>
        </form>`;
    }

    /** @param {SubmitEvent} event */
    async submit(event) {
        event.preventDefault();
        const form = /** @type {HTMLFormElement} */ (event.target);
        if (!await typed(this.desk, String(new FormData(form).get('place')).trim())) return;
        form.reset();
        // The next point is looked for in the drawing.
        /** @type {HTMLElement|null} */ (this.parentElement?.querySelector('#drawing'))?.focus();
    }

    /** @param {ScanOf} scan */
    pairs({ points }) {
        return html`<table aria-label=${this.t('scan.pairs')}>
            <thead><tr><th scope="col">${this.t('scan.pair')}</th><th scope="col" class="figure">${this.t('scan.missed')}</th><th scope="col" class="figure">${this.t('scan.verbs')}</th></tr></thead>
            <tbody>${points.map((pair, index) => this.pair(pair, index))}</tbody>
        </table>`;
    }

    /** @param {Pair} pair @param {number} index */
    pair({ missedM, doubtful }, index) {
        const n = index + 1;
        const { moving } = this.state.scan ?? {};
        const mover = (/** @type {'drawing'|'map'} */ on) => html`<button class="small" aria-pressed=${moving?.index === index && moving.on === on} aria-label=${this.t(on === 'map' ? 'scan.moveOnMap' : 'scan.moveOnDrawing', { n })}
            title=${this.t(on === 'map' ? 'scan.moveOnMap' : 'scan.moveOnDrawing', { n })} @click=${() => move(this.desk, index, on)}>${icon('move')}${this.t(on === 'map' ? 'scan.onMap' : 'scan.onDrawing')}</button>`;
        return html`<tr class=${doubtful ? 'doubtful' : ''}>
            <th scope="row">${n}${doubtful ? icon('warning') : nothing}</th>
            <td class="figure">${missedM === undefined ? '—' : number(missedM, 2, this.locale, true)}</td>
            <td class="verbs">${mover('drawing')}${mover('map')}<button class="ghost small" aria-label=${this.t('scan.drop', { n })} title=${this.t('scan.drop', { n })} @click=${() => drop(this.desk, index)}>${icon('trash')}</button></td>
        </tr>`;
    }

    /** How well it lies, and by what. @param {ScanOf} scan */
    told({ points, used, rmsM }) {
        if (rmsM === undefined) return html`<p class="hint">${this.t('scan.need', { n: 2 - points.length })}</p>`;
        const exact = points.length === (used === 'affine' ? 3 : 2);
        const doubtful = points.findIndex((pair) => pair.doubtful);
        return html`<p class="told">${exact ? this.t(used === 'affine' ? 'scan.three' : 'scan.two') : this.t('scan.rms', { m: number(rmsM, 2, this.locale, true), n: points.length, method: this.t(`scan.used.${used}`) })}</p>
            ${doubtful >= 0 ? html`<p class="told doubtful">${icon('warning')}${this.t('scan.doubtful', { n: doubtful + 1 })}</p>` : nothing}`;
    }

    /** How much the drawing may be changed. @param {ScanOf} scan */
    method({ points, method }) {
        return points.length < 3 ? nothing : html`<label class="field">${this.t('scan.method')}<select @change=${(/** @type {Event} */ event) => choose(this.desk, /** @type {'similarity'|'affine'} */ (/** @type {HTMLSelectElement} */ (event.target).value))}>
                ${METHODS.map((each) => html`<option value=${each} ?selected=${each === method}>${this.t(`scan.method.${each}`)}</option>`)}</select></label>`;
    }

    strength() {
        const percent = Math.round(this.state.basemapOpacity * 100);
        return html`<label class="slider"><span>${this.t('layers.opacity')}</span>
            <input type="range" min="10" max="100" step="5" .value=${String(percent)} @input=${(/** @type {Event} */ event) => fade(this.desk, Number(/** @type {HTMLInputElement} */ (event.target).value) / 100)} />
            <output>${percent}%</output></label>`;
    }
}
