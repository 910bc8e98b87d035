import { html, nothing } from 'lit';
import { fieldsFor } from '../model/intake-choices.js';
import { attributeOf } from '../model/roles.js';
import { icon } from './icon.js';
import { columnsOf } from './intake-columns.js';
import { controlPoints } from './intake-points.js';

/**
 * @typedef {import('./panel.js').Panel} Panel
 * @typedef {import('../model/intake.js').FoundLayer} FoundLayer
 * @typedef {import('../model/intake-choices.js').Choice} Choice
 * @typedef {import('../model/intake.js').Intake} Intake
 */

const MODES = /** @type {import('../model/intake-choices.js').Mode[]} */ (['new', 'update', 'replace']);
const RETURNED = /** @type {typeof MODES} */ (['checkin', 'update']);
const BY_POINTS = 'points';

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLInputElement|HTMLSelectElement} */ (event.target).value;

/**
 * What the planner decides about one layer of a file: where it goes, where it lies, which column is which attribute.
 * @param {Panel} panel @param {FoundLayer} layer @param {Intake} intake
 */
export function choiceOf(panel, layer, intake) {
    const choice = intake.choices[layer.source];
    const target = panel.layer(choice.target);
    const change = (/** @type {Partial<Choice>} */ some) => panel.desk.chooseImport(layer.source, some);
    return html`<form class="import-choice" @submit=${(/** @type {Event} */ e) => e.preventDefault()}>
        ${layer.findings.map((words) => html`<p class="hint">${panel.words(words)}</p>`)}
        ${layer.checkout && target ? mode(panel, layer, target, choice, change) : placed(panel, layer, choice, change)}
        ${columnsOf(panel, layer)} ${rows(panel, layer)}
    </form>`;
}

/** All that is to be said of a file from elsewhere. @param {Panel} panel @param {FoundLayer} layer @param {Choice} choice @param {(some: Partial<Choice>) => void} change */
function placed(panel, layer, choice, change) {
    const target = panel.layer(choice.target);
    return html`${into(panel, layer, choice, change)} ${crs(panel, layer, choice, change)}
        ${choice.crs === BY_POINTS ? controlPoints(panel, layer, choice) : nothing}
        ${target && panel.state.intake?.blank ? mapping(panel, layer, target, choice, change) : nothing}
        ${target && !panel.state.intake?.blank ? html`${mode(panel, layer, target, choice, change)} ${status(panel, target, choice, change)} ${mapping(panel, layer, target, choice, change)}` : nothing}`;
}

/** @param {Panel} panel @param {FoundLayer} layer @param {Choice} choice @param {(some: Partial<Choice>) => void} change */
function into(panel, layer, choice, change) {
    const possible = new Set(layer.targets.map((t) => t.layer));
    const blank = panel.state.intake?.blank;
    const layers = (panel.state.plan?.layers ?? []).filter(({ id, role }) => possible.has(id) && (!blank || role === 'boundary' || role === 'zone'));
    return html`<label class="field">
        ${panel.t('intake.target')}
        <select name="target" @change=${(/** @type {Event} */ e) => {
            const target = valueOf(e);
            change({ target, take: target !== '', fields: fieldsFor(layer, target), fixed: {} });
        }}>
            <option value="" ?selected=${choice.target === ''}>${panel.t('intake.noTarget')}</option>
            ${layers.map(({ id, title }) => html`<option value=${id} ?selected=${id === choice.target}>${panel.words(title)}</option>`)}
        </select>
        ${choice.target ? nothing : html`<span class="hint">${panel.t('intake.chooseTarget')}</span>`}
    </label>`;
}

/**
 * Where each coordinate system would lay the file; the map shows the chosen one in colour, the others in grey.
 * @param {Panel} panel @param {FoundLayer} layer @param {Choice} choice @param {(some: Partial<Choice>) => void} change
 */
function crs(panel, layer, choice, change) {
    const { candidates, declared, question } = layer;
    const known = choice.crs === '' || choice.crs === BY_POINTS || candidates.some((c) => c.crs === choice.crs);
    const option = (/** @type {string} */ code, /** @type {unknown} */ words, /** @type {unknown} */ rest = nothing) => html`<label class="option">
        <input type="radio" name="crs" value=${code} .checked=${code === choice.crs}
            @change=${() => change({ crs: code, points: code === BY_POINTS ? twoPoints() : [] })} />
        <span>${words}</span>${rest}
    </label>`;
    return html`<fieldset class="systems">
        <legend>${panel.t('intake.crs')}</legend>
        ${question ? html`<p class="notice" role="status">${icon('warning')}${panel.words(question)}</p>` : nothing}
        <p class="hint">${declared && candidates.length === 0 ? `${panel.words(declared)} · ` : ''}${panel.t(candidates.length ? 'intake.chooseCrs' : 'intake.noCrs')}</p>
        ${candidates.map((c) => option(c.crs, html`${panel.words(c.title)}<small>${c.declared ? `${panel.t('intake.declared')} · ` : ''}${panel.words(c.reason)}</small>`,
            panel.state.intake?.blank ? nothing : html`<small class="num share">${panel.t('intake.inside', { share: `${Math.round(c.insideShare * 100)}%` })}</small>`))}
        ${known ? nothing : option(choice.crs, choice.crs)}
        ${option(BY_POINTS, panel.t('intake.byPoints'))}
        ${otherSystem(panel, choice, change)}
    </fieldset>`;
}

/** @param {Panel} panel @param {Choice} choice @param {(some: Partial<Choice>) => void} change */
function otherSystem(panel, choice, change) {
    return html`<details>
        <summary>${panel.t('intake.otherCrs')}</summary>
        <label class="field">${panel.t('intake.crsCode')}
            <input type="text" name="code" placeholder="EPSG:4490" .value=${choice.crs === BY_POINTS ? '' : choice.crs}
                @change=${(/** @type {Event} */ e) => change({ crs: valueOf(e).trim(), points: [] })} /></label>
        <label class="field">${panel.t('intake.parameters')}
            <input type="text" name="parameters" placeholder="ΔX, ΔY, ΔZ, εX, εY, εZ, m" .value=${choice.parameters}
                @change=${(/** @type {Event} */ e) => change({ parameters: valueOf(e) })} /></label>
    </details>`;
}

const twoPoints = () => [0, 1].map(() => ({ x: 0, y: 0, lon: null, lat: null }));

/**
 * What becomes of the features that are there.
 * @param {Panel} panel @param {FoundLayer} layer @param {import('../model/types.js').Layer} target @param {Choice} choice
 * @param {(some: Partial<Choice>) => void} change
 */
function mode(panel, layer, target, choice, change) {
    return html`<fieldset class="choice modes">
            <legend>${panel.t('intake.mode')}</legend>
            ${(layer.checkout ? RETURNED : MODES).map((each) => html`<label title=${panel.t(`intake.mode.${each}.why`)}>
                <input type="radio" name="mode" .checked=${choice.mode === each} @change=${() => change({ mode: each })} /><span>${panel.t(`intake.mode.${each}`)}</span>
            </label>`)}
        </fieldset>
        <p class="hint">${panel.t(`intake.mode.${choice.mode}.why`)}</p>
        ${choice.mode === 'new' || choice.mode === 'checkin'
            ? nothing
            : html`<label class="field">${panel.t('intake.key')}
                  <select @change=${(/** @type {Event} */ e) => change({ key: valueOf(e) })}>
                      <option value="" ?selected=${choice.key === ''}>${panel.t('intake.keyByShape')}</option>
                      ${target.attributes.filter(({ type }) => type.toLowerCase() === 'text').map(
                          ({ name, title }) => html`<option value=${name} ?selected=${choice.key === name}>${panel.words(title)}</option>`,
                      )}
                  </select></label>`}`;
}

/** @param {Panel} panel @param {import('../model/types.js').Layer} target @param {Choice} choice @param {(some: Partial<Choice>) => void} change */
function status(panel, target, choice, change) {
    const attribute = attributeOf(target, 'status');
    const codes = attribute?.codes ? (panel.state.plan?.codes[attribute.codes]?.codes ?? []) : [];
    if (!attribute || Object.values(choice.fields).includes(attribute.name)) return nothing;
    const chosen = choice.fixed[attribute.name] ?? String(attribute.default ?? '');
    return html`<label class="field">
        ${panel.words(attribute.title)}
        <select name="status" @change=${(/** @type {Event} */ e) => change({ fixed: { ...choice.fixed, [attribute.name]: valueOf(e) } })}>
            ${codes.map(({ code, title }) => html`<option value=${code} ?selected=${code === chosen}>${panel.words(title)}</option>`)}
        </select>
    </label>`;
}

/**
 * Which attribute a column fills.
 * @param {Panel} panel @param {FoundLayer} layer @param {import('../model/types.js').Layer} target @param {Choice} choice
 * @param {(some: Partial<Choice>) => void} change
 */
function mapping(panel, layer, target, choice, change) {
    const pick = (/** @type {string} */ field, /** @type {string} */ attribute) => {
        const others = Object.entries(choice.fields).filter(([name, value]) => name !== field && value !== attribute);
        change({ fields: Object.fromEntries(attribute ? [...others, [field, attribute]] : others) });
    };
    return html`<table class="mapping">
        <caption>${panel.t('intake.mapping')}</caption>
        <tbody>
            ${layer.fields.map(({ name }) => html`<tr>
                <th scope="row">${name}<small>${String(layer.rows.find(({ values }) => values[name] != null)?.values[name] ?? '')}</small></th>
                <td>
                    <select aria-label=${panel.t('intake.mapTo', { field: name })} @change=${(/** @type {Event} */ e) => pick(name, valueOf(e))}>
                        <option value="" ?selected=${!choice.fields[name]}>—</option>
                        ${target.attributes.map((a) => html`<option value=${a.name} ?selected=${choice.fields[name] === a.name}>${panel.words(a.title)}</option>`)}
                    </select>
                </td>
            </tr>`)}
        </tbody>
    </table>`;
}

/** The first records as they are. @param {Panel} panel @param {FoundLayer} layer */
function rows(panel, layer) {
    if (layer.rows.length === 0 || layer.fields.length === 0) return nothing;
    return html`<details class="first-rows">
        <summary>${panel.t('intake.firstRows', { count: layer.rows.length })}</summary>
        <div class="sheet">
            <table>
                <thead><tr><th>#</th>${layer.fields.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
                <tbody>
                    ${layer.rows.map(({ number, values }) => html`<tr><td class="num">${number}</td>${layer.fields.map(({ name }) => html`<td>${String(values[name] ?? '')}</td>`)}</tr>`)}
                </tbody>
            </table>
        </div>
    </details>`;
}
