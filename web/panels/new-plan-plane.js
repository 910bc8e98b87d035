import { html, nothing } from 'lit';
import { LOCAL } from '../model/new-plan.js';
import { number } from '../model/units.js';

/**
 * @typedef {import('./panel.js').Panel} Panel
 * @typedef {import('../model/new-plan.js').NewPlan} NewPlan
 * @typedef {import('../model/new-plan.js').PlaneOffer} PlaneOffer
 */

/** What surveyors of a city tolerate. */
const TOLERATED_CM_PER_KM = 2.5;
const NUMBERS = /** @type {(keyof import('../model/new-plan.js').LocalPlane)[]} */ (['meridian', 'east', 'north', 'height']);

/** The plane: those that would do for the boundary, each with what it does to lengths, or one whose numbers are typed. @param {Panel} panel @param {NewPlan} newPlan */
export function planeOf(panel, newPlan) {
    const { offers, plane, problem } = newPlan;
    const faulty = problem?.field && ['plane', 'identity.plane', ...NUMBERS].includes(problem.field);
    return html`<fieldset class="systems ${faulty ? 'faulty' : ''}">
        <legend>${panel.t('newPlan.plane')}</legend>
        ${offers.map((offer, i) => option(panel, offer.text, plane, html`${panel.words(offer.title)}<small>${i === 0 ? `${panel.t('newPlan.proposed')} · ` : ''}${strain(panel, offer)}</small>`))}
        ${offers.length ? option(panel, LOCAL, plane, html`${panel.t('newPlan.local')}<small>${panel.t('newPlan.localWhy')}</small>`) : html`<p class="hint" role="status">${panel.t('newPlan.judging')}</p>`}
        ${plane === LOCAL ? typed(panel, newPlan) : nothing}
    </fieldset>`;
}

/** @param {Panel} panel @param {string} text @param {string} chosen @param {unknown} words */
const option = (panel, text, chosen, words) => html`<label class="option">
    <input type="radio" name="plane" value=${text} .checked=${text === chosen} @change=${() => panel.desk.choosePlane(text)} />
    <span>${words}</span>
</label>`;

/** @param {Panel} panel @param {PlaneOffer} offer */
function strain(panel, { edgeCmPerKm }) {
    const cm = number(edgeCmPerKm, 1, panel.locale);
    return panel.t(Number(edgeCmPerKm.toFixed(1)) > TOLERATED_CM_PER_KM ? 'newPlan.strained' : 'newPlan.strain', { cm });
}

/** @param {Panel} panel @param {NewPlan} newPlan */
function typed(panel, { local, judged, problem }) {
    return html`<div class="local">
        ${NUMBERS.map((name) => html`<label class="field">${panel.t(`newPlan.${name}`)}
            <input type="number" step="any" name=${`plane-${name}`} required .value=${local[name]} aria-invalid=${problem?.field === name}
                @change=${(/** @type {Event} */ e) => panel.desk.typePlane({ [name]: /** @type {HTMLInputElement} */ (e.target).value })} /></label>`)}
        <p class="hint" role="status">${judged ? strain(panel, judged) : ''}</p>
    </div>`;
}
