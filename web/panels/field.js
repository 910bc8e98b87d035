import { html, nothing } from 'lit';
import { listField } from './list-field.js';

/** @typedef {import('../model/types.js').Attribute} Attribute */
/** @typedef {import('./panel.js').Panel} Panel */
/**
 * Of a list besides: which cell the fault is in, whether somebody tried to save, and how many pasted figures found no place.
 * @typedef {{value: unknown, fault: string, change: (value: unknown, over?: number) => void, form?: string, cell?: string|null, tried?: boolean,
 *   over?: number}} Filled
 */

/**
 * One attribute of the catalogue as the browser's own control, its fault written below it.
 * @param {Panel} panel
 * @param {Attribute} attribute
 * @param {Filled} filled
 */
export function field(panel, attribute, filled) {
    const id = idOf(attribute, filled);
    if (attribute.list) return listField(panel, attribute, attribute.list, filled);
    if (attribute.type.toLowerCase() === 'boolean') return tick(panel, attribute, filled);
    return html`<div class="field ${filled.fault ? 'faulty' : ''} ${isWide(attribute) ? 'wide' : ''}">
        <label for=${id}>
            ${panel.words(attribute.title)}
            ${attribute.unit ? html`<small>${attribute.unit}</small>` : nothing}
            ${attribute.required ? html`<abbr title=${panel.t('field.required')}>*</abbr>` : nothing}
        </label>
        ${attribute.codes ? choice(panel, id, attribute, filled) : entry(id, attribute, filled)}
        ${fault(id, filled)}
    </div>`;
}

/** Two forms may lie open with a field of the same name. @param {Attribute} attribute @param {Filled} filled */
const idOf = ({ name }, { form = 'field' }) => `${form}-${name}`;

/** @param {Attribute} attribute */
const isWide = ({ type, codes, maxLength }) => type.toLowerCase() === 'text' && !codes && (maxLength ?? 500) > 60;

/** @param {string} id @param {Filled} filled */
const fault = (id, filled) => (filled.fault ? html`<p class="fault" id="${id}-fault">${filled.fault}</p>` : nothing);

/** @param {Panel} panel @param {string} id @param {Attribute} attribute @param {Filled} filled */
function choice(panel, id, { name, codes, required }, { value, fault: wrong, change }) {
    const list = panel.state.plan?.codes[codes ?? '']?.codes ?? [];
    const chosen = String(value ?? '');
    return html`<select id=${id} name=${name} ?required=${required} aria-invalid=${wrong !== ''}
        aria-describedby=${wrong ? `${id}-fault` : nothing} .value=${chosen}
        @change=${(/** @type {Event} */ event) => change(/** @type {HTMLSelectElement} */ (event.target).value || null)}>
        ${required && chosen ? nothing : html`<option value="" ?selected=${chosen === ''}>—</option>`}
        ${list.map((code) => {
            const words = panel.words(code.title);
            const shown = /^[A-Z]+\d*$/.test(code.code) ? `${code.code} ${words}` : words;
            return html`<option value=${code.code} ?selected=${code.code === chosen}>${shown}</option>`;
        })}
    </select>`;
}

const KINDS = /** @type {Record<string, string>} */ ({ integer: 'number', real: 'number', date: 'date', text: 'text' });

/** @param {string} id @param {Attribute} attribute @param {Filled} filled */
function entry(id, attribute, { value, fault: wrong, change }) {
    const type = attribute.type.toLowerCase();
    const kind = KINDS[type] ?? 'text';
    // A number is taken when it is complete: half of one ("1.") would be rewritten under the hand.
    const read = (/** @type {Event} */ event) => {
        const input = /** @type {HTMLInputElement} */ (event.target);
        if (input.validity.badInput) return;
        const empty = input.value === '';
        change(empty ? null : kind === 'number' ? input.valueAsNumber : input.value);
    };
    return html`<input id=${id} name=${attribute.name} type=${kind} autocomplete="off" ?required=${attribute.required}
        min=${attribute.min ?? nothing} max=${attribute.max ?? nothing} maxlength=${attribute.maxLength ?? nothing}
        step=${type === 'integer' ? '1' : type === 'real' ? 'any' : nothing} aria-invalid=${wrong !== ''}
        aria-describedby=${wrong ? `${id}-fault` : nothing} .value=${String(value ?? '')}
        @change=${read} @input=${kind === 'text' ? read : nothing} />`;
}

/** @param {Panel} panel @param {Attribute} attribute @param {Filled} filled */
function tick(panel, attribute, filled) {
    const id = idOf(attribute, filled);
    return html`<div class="field tick">
        <label for=${id}>
            <input id=${id} name=${attribute.name} type="checkbox" .checked=${filled.value === true}
                @change=${(/** @type {Event} */ event) =>
                    filled.change(/** @type {HTMLInputElement} */ (event.target).checked)} />
            ${panel.words(attribute.title)}
        </label>
        ${fault(id, filled)}
    </div>`;
}

/**
 * What is wrong with what was typed, in words; empty when nothing is.
 * @param {Panel} panel
 * @param {HTMLInputElement|HTMLSelectElement} control
 */
export function faultOf(panel, control) {
    const { validity } = control;
    const [min, max] = [control.getAttribute('min') ?? '', control.getAttribute('max') ?? ''];
    if (validity.valid) return '';
    if (validity.valueMissing) return panel.t('field.missing');
    if (validity.rangeUnderflow) return panel.t('field.below', { min });
    if (validity.rangeOverflow) return panel.t('field.above', { max });
    if (validity.tooLong) return panel.t('field.tooLong');
    return panel.t(validity.stepMismatch ? 'field.whole' : 'field.unreadable');
}
