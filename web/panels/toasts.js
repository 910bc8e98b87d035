import { html, nothing } from 'lit';
import { nameIn } from '../model/roles.js';
import { conflict } from './conflict.js';
import { icon } from './icon.js';
import { Panel } from './panel.js';

const STAYS_MS = 9000;

/** What the desk has to say: good news goes by itself, a problem stays until it is dealt with. */
export class Toasts extends Panel {
    static reads = ['notices', 'problem', 'draft', 'merging', 'parked', 'question', 'undo', 'saving'];
    /** @type {WeakSet<object>} */
    seen = new WeakSet();

    /** @param {Set<string>} keys */
    changed(keys) {
        for (const notice of this.state.notices) {
            if (this.seen.has(notice)) continue;
            this.seen.add(notice);
            window.setTimeout(() => this.goes(notice), STAYS_MS);
        }
        return keys;
    }

    /** A notice goes by itself, but not from under a hand. @param {import('../model/types.js').Notice} notice */
    goes(notice) {
        const all = this.querySelector('.toasts');
        if (all?.matches(':hover') || all?.contains(document.activeElement)) window.setTimeout(() => this.goes(notice), STAYS_MS / 4);
        else this.desk.dismiss(notice);
    }

    render() {
        const { notices, problem } = this.state;
        return html`<div class="toasts">
            ${this.question()} ${this.parked()}
            <div role="alert">${problem ? this.problem(problem) : nothing}</div>
            <div role="status" aria-live="polite">${notices.slice(-4).map((notice) => this.notice(notice))}</div>
        </div>`;
    }

    /** @param {import('../model/types.js').Notice} notice */
    notice(notice) {
        return html`<div class="toast card">
            ${icon('info')}
            <p>${this.words(notice.text)} ${this.back(notice)}</p>
            ${this.close(() => this.desk.dismiss(notice))}
        </div>`;
    }

    /** What takes back what a notice tells; a write only while it is this person's last. @param {import('../model/types.js').Notice} notice */
    back(notice) {
        const { undo, saving } = this.state;
        const mine = notice.changeset !== undefined && notice.changeset === undo.undo?.changeset;
        if (!notice.undo && !mine) return nothing;
        return html`<button class="link" ?disabled=${saving} @click=${() => this.takeBack(notice)}>${this.t('key.undo')}</button>`;
    }

    /** @param {import('../model/types.js').Notice} notice */
    takeBack(notice) {
        this.desk.dismiss(notice);
        if (notice.undo) notice.undo();
        else void this.desk.undo();
    }

    /** What is said before much is changed at once. */
    question() {
        const { question } = this.state;
        if (!question) return nothing;
        return html`<div class="toast card question" role="alertdialog" aria-label=${this.words(question.text)}>
            ${icon('warning')}
            <p>${this.words(question.text)}</p>
            <div class="answers">
                <button class=${`small ${question.erases ? 'danger' : 'primary'}`} @click=${() => this.desk.agree()}>${this.words(question.yes)}</button>
                <button class="ghost small" @click=${() => this.desk.decline()}>${this.t('action.cancel')}</button>
            </div>
        </div>`;
    }

    /** The draft that was put aside last, and how many there are. */
    parked() {
        const { parked } = this.state;
        const last = parked.at(-1);
        if (!last || !this.desk.mayWrite) return nothing;
        const layer = this.layer(last.layer);
        const name = nameIn(layer, last.attributes) || this.words(layer?.title);
        return html`<div class="toast card parked" role="status">
            ${icon('edit')}
            <p>${this.t(parked.length > 1 ? 'parked.several' : 'parked.one', { name, count: parked.length })}</p>
            <div class="answers">
                <button class="small" @click=${() => this.desk.resumeDraft(last)}>${this.t('parked.resume')}</button>
                <button class="ghost small" @click=${() => this.desk.forgetDraft(last)}>${this.t('parked.forget')}</button>
            </div>
        </div>`;
    }

    /** @param {import('../model/types.js').ProblemDocument} problem */
    problem(problem) {
        const { draft } = this.state;
        const told = this.t(`problem.${problem.type.split(':').at(-1)}`);
        return html`<div class="toast card problem">
            ${icon('warning')}
            <div>
                ${told.startsWith('problem.') ? nothing : html`<strong>${told}</strong>`}
                <p>${problem.detail || problem.title}</p>
                ${draft && problem.type.endsWith(':conflict') ? conflict(this, this.sides(draft)) : nothing}
            </div>
            ${this.close(() => this.desk.dismissProblem())}
        </div>`;
    }

    /** @param {import('../model/types.js').Draft} draft @returns {import('./conflict.js').Sides} */
    sides({ layer, attributes }) {
        return {
            merging: this.state.merging,
            mine: attributes,
            attributes: this.layer(layer)?.attributes ?? [],
            pick: (name, whose) => this.desk.pick(name, whose),
            settle: () => this.desk.settle(),
            letGo: () => this.desk.letGo(),
            anew: () => this.desk.drawAnew(),
        };
    }

    /** @param {() => void} action */
    close(action) {
        return html`<button class="ghost small" aria-label=${this.t('action.close')} @click=${action}>${icon('close')}</button>`;
    }
}
