import { html, nothing } from 'lit';
import { conflict } from './conflict.js';
import { icon } from './icon.js';
import { Panel } from './panel.js';

const STAYS_MS = 6000;

/** What the desk has to say: good news goes by itself, a problem stays until it is dealt with. */
export class Toasts extends Panel {
    static reads = ['notices', 'problem', 'draft'];
    /** @type {WeakSet<object>} */
    seen = new WeakSet();

    /** @param {Set<string>} keys */
    changed(keys) {
        for (const notice of this.state.notices) {
            if (this.seen.has(notice)) continue;
            this.seen.add(notice);
            window.setTimeout(() => this.desk.dismiss(notice), STAYS_MS);
        }
        return keys;
    }

    render() {
        const { notices, problem } = this.state;
        return html`<div class="toasts">
            <div role="alert">${problem ? this.problem(problem) : nothing}</div>
            <div role="status" aria-live="polite">${notices.slice(-4).map((notice) => this.notice(notice))}</div>
        </div>`;
    }

    /** @param {import('../model/types.js').Notice} notice */
    notice(notice) {
        return html`<div class="toast card">
            ${icon('info')}
            <p>${this.words(notice.text)}</p>
            ${this.close(() => this.desk.dismiss(notice))}
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
                ${draft && problem.type.endsWith(':conflict') ? conflict(this, draft, problem.current) : nothing}
            </div>
            ${this.close(() => this.desk.dismissProblem())}
        </div>`;
    }

    /** @param {() => void} action */
    close(action) {
        return html`<button class="ghost small" aria-label=${this.t('action.close')} @click=${action}>${icon('close')}</button>`;
    }
}
