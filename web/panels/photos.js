import { html, nothing } from 'lit';
import { add, keepsPhotos, pictureOf, remove } from '../model/photos.js';
import { key } from '../model/plots.js';
import { icon } from './icon.js';

/** @typedef {import('./panel.js').Panel} Panel */
/** @typedef {import('../model/types.js').Feature} Feature */

/** The photos of what is inspected: small ones, one of them large, and ways to bring others. */
export class Photos {
    /** @type {Feature[]} */
    list = [];
    /** Whose they are, and as of which changeset. */
    asked = '';
    busy = false;
    /** Which one is seen large; -1 for none. */
    large = -1;

    /** @param {Panel} panel */
    constructor(panel) {
        this.panel = panel;
    }

    /** @param {Feature} feature */
    render(feature) {
        const { panel } = this;
        if (!keepsPhotos(panel.state)) return nothing;
        void this.follow(feature);
        const note = () => /** @type {HTMLInputElement|null} */ (panel.querySelector('.photos [name=note]'));
        const take = (/** @type {Event} */ event) => {
            const input = /** @type {HTMLInputElement} */ (event.target);
            void this.bring(feature, [...(input.files ?? [])], note()?.value.trim() ?? '').then(() => {
                input.value = '';
                const said = note();
                if (said) said.value = '';
            });
        };
        return html`<section class="photos" aria-busy=${this.busy}>
            <h3>${panel.t('photo.label')}${this.busy ? html`<span class="busy"></span>` : nothing}</h3>
            ${this.list.length > 0 ? html`<ul>${this.list.map((photo, index) => html`<li><button aria-label=${panel.t('photo.open', { n: index + 1, said: this.said(photo) })} title=${this.said(photo)} @click=${() => this.look(index)}><img src=${pictureOf(photo)} alt="" loading="lazy" /></button></li>`)}</ul>` : nothing}
            ${panel.desk.mayWrite ? html`<div class="bring">
                <input name="note" maxlength="200" autocomplete="off" aria-label=${panel.t('photo.note')} placeholder=${panel.t('photo.note')} />
                <label class="button">${icon('upload')}<span>${panel.t('photo.add')}</span><input type="file" accept="image/*" multiple ?disabled=${this.busy} @change=${take} /></label>
                <label class="button camera">${icon('point')}<span>${panel.t('photo.take')}</span><input type="file" accept="image/*" capture="environment" ?disabled=${this.busy} @change=${take} /></label>
                <small role="status">${panel.t(this.busy ? 'photo.sending' : 'photo.why')}</small>
            </div>` : nothing}
            ${this.dialog()}
        </section>`;
    }

    /** When, who, and what it shows. @param {Feature} photo */
    said({ properties: { taken, person, note } }) {
        return [taken, person, note].filter(Boolean).join(' · ') || this.panel.t('photo.label');
    }

    dialog() {
        const { panel, list, large } = this;
        const photo = list[large];
        return html`<dialog class="photo" aria-label=${photo ? this.said(photo) : panel.t('photo.label')} @close=${() => this.look(-1)} @keydown=${this.pressed}>
            ${photo ? html`<img src=${pictureOf(photo)} alt=${this.said(photo)} />
                <footer><p><b class="num">${panel.t('photo.of', { n: large + 1, count: list.length })}</b> ${this.said(photo)}</p>
                    <button aria-label=${panel.t('photo.previous')} title=${panel.t('photo.previous')} ?disabled=${large === 0} @click=${() => this.look(large - 1)}>←</button>
                    <button aria-label=${panel.t('photo.next')} title=${panel.t('photo.next')} ?disabled=${large === list.length - 1} @click=${() => this.look(large + 1)}>→</button>
                    ${panel.desk.mayWrite ? html`<button class="danger-text" @click=${() => this.erase(photo)}>${icon('trash')}${panel.t('photo.delete')}</button>` : nothing}
                    <button class="primary" @click=${() => this.look(-1)}>${panel.t('action.close')}</button></footer>` : nothing}
        </dialog>`;
    }

    /** Arrows go from photo to photo; Esc closes, as in every dialog. */
    pressed = (/** @type {KeyboardEvent} */ event) => {
        const next = this.large + ({ ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0);
        if (next !== this.large && this.list[next]) this.look(next);
    };

    /** Shows one large, or none. @param {number} index */
    look(index) {
        if (this.large === index) return;
        this.large = index;
        this.panel.requestUpdate();
        void this.panel.updateComplete.then(() => {
            const dialog = /** @type {HTMLDialogElement|null} */ (this.panel.querySelector('dialog.photo'));
            if (index >= 0 && !dialog?.open) dialog?.showModal();
            if (index < 0 && dialog?.open) dialog.close();
        });
    }

    /** Whoever writes, here or elsewhere, adds and takes away: after each changeset it is asked anew. @param {Feature} feature */
    async follow(feature) {
        const { panel } = this;
        const now = `${key(feature)}@${panel.state.plan?.lastChangeset}`;
        if (this.asked === now) return;
        if (!this.asked.startsWith(`${key(feature)}@`)) this.list = [];
        this.asked = now;
        const list = await panel.desk.api.photos.of(feature).catch(() => null);
        if (this.asked !== now) return;
        this.list = list ?? this.list;
        panel.requestUpdate();
    }

    /** @param {Feature} feature @param {File[]} files @param {string} note */
    async bring(feature, files, note) {
        this.busy = true;
        this.panel.requestUpdate();
        await add(this.panel.desk, feature, files, note);
        this.busy = false;
        this.panel.requestUpdate();
    }

    /** @param {Feature} photo */
    async erase(photo) {
        this.look(-1);
        await remove(this.panel.desk, photo);
    }
}
