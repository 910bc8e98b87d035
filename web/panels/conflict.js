import { html, nothing } from 'lit';

/** @typedef {import('./panel.js').Panel} Panel */
/** @typedef {import('../model/types.js').Feature} Feature */
/** @typedef {import('../model/types.js').Draft} Draft */

/**
 * What the two people wrote, side by side, and the choice between them.
 * @param {Panel} panel @param {Draft} mine @param {Feature|null|undefined} theirs null where the other person deleted the feature
 */
export function conflict(panel, mine, theirs) {
    return html`${theirs ? sideBySide(panel, mine, theirs) : html`<p>${panel.t('conflict.deleted')}</p>`}
        <p class="choices">
            <button @click=${() => panel.desk.takeTheirs()}>${panel.t('conflict.theirs')}</button>
            <button class="primary" @click=${() => panel.desk.keepMine()}>${panel.t('conflict.mine')}</button>
        </p>`;
}

/** @param {Panel} panel @param {Draft} mine @param {Feature} theirs */
function sideBySide(panel, mine, theirs) {
    const attributes = panel.layer(mine.layer)?.attributes ?? [];
    const differing = attributes.filter(({ name }) => (mine.attributes[name] ?? null) !== (theirs.properties[name] ?? null));
    const moved = JSON.stringify(mine.geometry) !== JSON.stringify(theirs.geometry);
    return html`<table class="sides">
        <thead>
            <tr><td></td><th scope="col">${panel.t('conflict.isTheirs')}</th><th scope="col">${panel.t('conflict.isMine')}</th></tr>
        </thead>
        <tbody>
            ${differing.map(({ name, title, codes }) => {
                const [other, own] = [theirs.properties[name], mine.attributes[name]].map((value) => panel.code(codes, value) || '—');
                return html`<tr><th scope="row">${panel.words(title)}</th><td>${other}</td><td>${own}</td></tr>`;
            })}
            ${moved
                ? html`<tr><th scope="row">${panel.t('conflict.shape')}</th><td class="theirs">${panel.t('conflict.onMap')}</td><td>${panel.t('conflict.inHand')}</td></tr>`
                : nothing}
        </tbody>
    </table>`;
}
