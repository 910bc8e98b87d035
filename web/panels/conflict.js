import { html, nothing } from 'lit';
import { differing, rows } from '../model/lists.js';
import { SHAPE } from '../model/merge.js';
import { cellName } from './list-field.js';

/** @typedef {import('./panel.js').Panel} Panel */
/** @typedef {import('../model/types.js').Attribute} Attribute */
/** @typedef {import('../model/types.js').Attributes} Attributes */
/** @typedef {import('../model/merge.js').Merging} Merging */

/**
 * What two people wrote of one thing, and what is done about it.
 * @typedef {object} Sides
 * @property {Merging|null} merging null where the other person deleted it
 * @property {Attributes} mine
 * @property {Attribute[]} attributes their descriptions
 * @property {(name: string, whose: 'mine'|'theirs') => void} pick
 * @property {() => unknown} settle
 * @property {() => unknown} letGo
 * @property {() => unknown} anew
 */

/** Only what both changed, side by side, and whose of each stays. @param {Panel} panel @param {Sides} sides */
export function conflict(panel, sides) {
    const { merging, settle } = sides;
    if (!merging) {
        return html`<p>${panel.t('conflict.deleted')}</p>
            <p class="choices">
                <button type="button" @click=${sides.letGo}>${panel.t('conflict.letGo')}</button>
                <button type="button" class="primary" @click=${sides.anew}>${panel.t('conflict.anew')}</button>
            </p>`;
    }
    const left = merging.asked.filter((name) => !merging.picks[name]).length;
    return html`<table class="sides">
            <thead>
                <tr><td></td><th scope="col">${panel.t('conflict.isTheirs')}</th><th scope="col">${panel.t('conflict.isMine')}</th></tr>
            </thead>
            <tbody>${merging.asked.map((name) => member(panel, sides, merging, name))}</tbody>
        </table>
        <p class="choices">
            <span class="hint">${left ? panel.t('conflict.left', { count: left }) : nothing}</span>
            <button type="button" class="primary" ?disabled=${left > 0 || panel.state.saving} @click=${settle}>${panel.t('conflict.save')}</button>
        </p>`;
}

/** @param {Panel} panel @param {Sides} sides @param {Merging} merging @param {string} name */
function member(panel, { mine, attributes, pick }, { theirs, picks }, name) {
    const attribute = attributes.find((each) => each.name === name);
    const title = name === SHAPE ? panel.t('conflict.shape') : panel.words(attribute?.title) || name;
    const [his, own] = [theirs.properties[name], mine[name]];
    const words = name === SHAPE
        ? { theirs: panel.t('conflict.onMap'), mine: panel.t('conflict.inHand') }
        : { theirs: said(panel, attribute, his, own), mine: said(panel, attribute, own, his) };
    return html`<tr><th scope="row">${title}</th>${/** @type {const} */ (['theirs', 'mine']).map((whose) => html`<td class=${whose}>
        <button type="button" aria-pressed=${picks[name] === whose} @click=${() => pick(name, whose)}>${words[whose]}</button>
    </td>`)}</tr>`;
}

/** A list stands whole, the cells marked that differ from the other one. @param {Panel} panel @param {Attribute|undefined} attribute @param {unknown} value @param {unknown} other */
function said(panel, attribute, value, other) {
    const list = attribute?.list;
    if (!list) return panel.code(attribute?.codes, value) || '—';
    const differs = differing(list, value, other);
    const cells = rows(list, value);
    return html`<span class="list">${cells.map((row, i) => row.map((cell, j) => {
        const shown = html`<small>${cellName(panel, list, i, j)}</small> ${cell ?? '—'}`;
        const behind = list.length === null && i === cells.length - 1;
        return behind && !differs.has(`${i}.${j}`) ? nothing : differs.has(`${i}.${j}`) ? html`<mark>${shown}</mark>` : html`<span>${shown}</span>`;
    }))}</span>`;
}
