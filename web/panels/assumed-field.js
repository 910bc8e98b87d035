import { html } from 'lit';

/** @typedef {import('../model/types.js').Attribute} Attribute */
/** @typedef {import('./panel.js').Panel} Panel */

/** Where a layer lists which of its values nobody has measured, by their names. @param {Attribute} attribute */
export const isAssumed = ({ name, type }) => name === 'assumed' && type.toLowerCase() === 'text';

/** The same as ticks with the titles that people know. @param {Panel} panel @param {Attribute} attribute @param {Attribute[]} attributes of the layer @param {unknown} value @param {(value: string|null) => void} change */
export function assumedField(panel, { title }, attributes, value, change) {
    const chosen = String(value ?? '').split(/[,，、\s]+/).filter((name) => name !== '');
    const offered = attributes.filter(({ name, type }) => chosen.includes(name) || ['real', 'integer'].includes(type.toLowerCase()));
    const toggle = (/** @type {string} */ name) => change((chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]).join(', ') || null);
    return html`<details class="field wide ticks"><summary>${panel.words(title)} <b class="num">${chosen.length}</b></summary>
        ${offered.map(({ name, title: words }) => html`<label><input type="checkbox" .checked=${chosen.includes(name)} @change=${() => toggle(name)} />${panel.words(words)}</label>`)}</details>`;
}
