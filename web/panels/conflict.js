import { html, nothing } from 'lit';
import { SHAPE } from '../model/merge.js';

/** @typedef {import('./panel.js').Panel} Panel */
/** @typedef {import('../model/types.js').Draft} Draft */
/** @typedef {import('../model/merge.js').Merging} Merging */

/**
 * What two people wrote of one feature: only what both changed, side by side, and whose of each stays.
 * @param {Panel} panel @param {Draft} mine @param {Merging|null} merging null where the other person deleted the feature
 */
export function conflict(panel, mine, merging) {
    if (!merging) {
        return html`<p>${panel.t('conflict.deleted')}</p>
            <p class="choices">
                <button @click=${() => panel.desk.letGo()}>${panel.t('conflict.letGo')}</button>
                <button class="primary" @click=${() => panel.desk.drawAnew()}>${panel.t('conflict.anew')}</button>
            </p>`;
    }
    const left = merging.asked.filter((name) => !merging.picks[name]).length;
    return html`<table class="sides">
            <thead>
                <tr><td></td><th scope="col">${panel.t('conflict.isTheirs')}</th><th scope="col">${panel.t('conflict.isMine')}</th></tr>
            </thead>
            <tbody>${merging.asked.map((name) => member(panel, mine, merging, name))}</tbody>
        </table>
        <p class="choices">
            <span class="hint">${left ? panel.t('conflict.left', { count: left }) : nothing}</span>
            <button class="primary" ?disabled=${left > 0 || panel.state.saving} @click=${() => panel.desk.settle()}>${panel.t('conflict.save')}</button>
        </p>`;
}

/** @param {Panel} panel @param {Draft} mine @param {Merging} merging @param {string} name */
function member(panel, mine, { theirs, picks }, name) {
    const attribute = panel.layer(mine.layer)?.attributes.find((each) => each.name === name);
    const title = name === SHAPE ? panel.t('conflict.shape') : panel.words(attribute?.title) || name;
    const said = (/** @type {unknown} */ value) => panel.code(attribute?.codes, value) || '—';
    const words = name === SHAPE
        ? { theirs: panel.t('conflict.onMap'), mine: panel.t('conflict.inHand') }
        : { theirs: said(theirs.properties[name]), mine: said(mine.attributes[name]) };
    return html`<tr><th scope="row">${title}</th>${/** @type {const} */ (['theirs', 'mine']).map((whose) => html`<td class=${whose}>
        <button aria-pressed=${picks[name] === whose} @click=${() => panel.desk.pick(name, whose)}>${words[whose]}</button>
    </td>`)}</tr>`;
}
