import { html, nothing } from 'lit';
import { fromUnit, toUnit } from '../model/units.js';
import { icon } from './icon.js';

/**
 * @typedef {import('./panel.js').Panel} Panel
 * @typedef {import('../model/new-plan.js').NewPlan} NewPlan
 * @typedef {import('../model/types.js').Attributes} Attributes
 */

/** In which units a measure is read, the usual one first. @type {Record<string, string[]>} */
const UNITS = { 'net area': ['m2', 'mu', 'ha'], length: ['km', 'm'], count: ['count'] };

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLInputElement|HTMLSelectElement} */ (event.target).value;

/** The lines of the programme, from a template, edited in place. @param {Panel} panel @param {NewPlan} newPlan */
export function targetsOf(panel, { templates, template, targets, problem }) {
    return html`<fieldset class="new-targets">
        <legend>${panel.t('newPlan.targets')}</legend>
        <label class="field">${panel.t('newPlan.template')}
            <select name="template" @change=${(/** @type {Event} */ e) => panel.desk.chooseTemplate(valueOf(e))}>
                ${templates.map(({ id, title }) => html`<option value=${id} ?selected=${id === template}>${panel.words(title)}</option>`)}
                <option value="" ?selected=${template === ''}>${panel.t('newPlan.noTemplate')}</option>
            </select>
        </label>
        <p class="hint">${panel.t('newPlan.targetsWhy')}</p>
        <ol>${targets.map((target, i) => line(panel, target, i, problem?.field?.startsWith(`targets[${i}]`) ? problem.field : ''))}</ol>
        <button type="button" class="ghost" @click=${() => panel.desk.addNewTarget()}>${icon('edit')}${panel.t('records.add')}</button>
    </fieldset>`;
}

/** @param {Panel} panel @param {Attributes} target @param {number} i @param {string} fault name of the field at fault */
function line(panel, target, i, fault) {
    const fill = (/** @type {Attributes} */ values) => panel.desk.fillNewTarget(i, values);
    const wrong = (/** @type {string} */ name) => fault.endsWith(`.${name}`);
    return html`<li class=${fault ? 'faulty' : ''}>
        ${titleOf(panel, target, wrong, fill)}
        <button type="button" class="ghost small" aria-label="${panel.t('action.delete')}: ${titleIn(panel, target)}" @click=${() => panel.desk.removeNewTarget(i)}>${icon('trash')}</button>
        ${amountOf(panel, target, wrong, fill)}
        <label class="field">${title(panel, 'due')}
            <input type="date" name="due" .value=${target.due ?? ''} aria-invalid=${wrong('due')} @change=${(/** @type {Event} */ e) => fill({ due: valueOf(e) || null })} />
        </label>
    </li>`;
}

/** What a description calls an attribute of targets. @param {Panel} panel @param {string} name */
const title = (panel, name) => panel.words(panel.state.plan?.records.find(({ id }) => id === 'target')?.attributes.find((a) => a.name === name)?.title);

/** @param {Panel} panel @param {Attributes} target */
const titleIn = (panel, { title_zh, title_en }) => (panel.locale === 'en' && title_en ? title_en : title_zh);

/** The name in the language of the page; a line without one in the other has the same in both. @param {Panel} panel @param {Attributes} target @param {(name: string) => boolean} wrong @param {(values: Attributes) => void} fill */
function titleOf(panel, target, wrong, fill) {
    const named = (/** @type {string} */ text) => (panel.locale === 'en' && target.title_en ? { title_en: text } : { title_zh: text });
    return html`<label class="field name">${title(panel, 'title_zh')}
        <input name="target" required maxlength="100" autocomplete="off" .value=${titleIn(panel, target)} aria-invalid=${wrong('title_zh') || wrong('title_en')}
            @change=${(/** @type {Event} */ e) => fill(named(valueOf(e)))} />
    </label>`;
}

/** @param {Panel} panel @param {Attributes} target @param {(name: string) => boolean} wrong @param {(values: Attributes) => void} fill */
function amountOf(panel, target, wrong, fill) {
    const { measure, unit, value } = target;
    const measured = (/** @type {string} */ next) => fill({ measure: next, unit: UNITS[next][0], value: null, filter: null, layers: next === 'length' ? 'corridors' : null, min_area_m2: null });
    const typed = (/** @type {string} */ text) => fill({ value: text === '' ? null : fromUnit(Number(text), unit) });
    return html`<label class="field">${title(panel, 'measure')}
            <select name="measure" @change=${(/** @type {Event} */ e) => measured(valueOf(e))}>
                ${Object.keys(UNITS).map((code) => html`<option value=${code} ?selected=${code === measure}>${panel.code('target_measure', code)}</option>`)}
            </select>
        </label>
        <label class="field">${title(panel, 'value')}
            <input name="value" type="number" step="any" min="0" placeholder=${panel.t('newPlan.open')} .value=${value == null ? '' : String(Number(toUnit(value, unit).toFixed(6)))}
                aria-invalid=${wrong('value')} @change=${(/** @type {Event} */ e) => typed(valueOf(e))} />
        </label>
        <label class="field">${title(panel, 'unit')}
            <select name="unit" aria-invalid=${wrong('unit')} @change=${(/** @type {Event} */ e) => fill({ unit: valueOf(e), value: value == null ? null : fromUnit(toUnit(value, unit), valueOf(e)) })}>
                ${UNITS[measure]?.map((code) => html`<option value=${code} ?selected=${code === unit}>${panel.code('target_unit', code)}</option>`) ?? nothing}
            </select>
        </label>`;
}
