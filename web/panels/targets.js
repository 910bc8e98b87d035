import { html, nothing, svg } from 'lit';
import { standing } from '../model/bound.js';
import { UNKNOWN } from '../model/figure.js';
import { headline, headlineUnit, number } from '../model/units.js';
import { change, exact } from './amount.js';
import { icon } from './icon.js';
import { Panel } from './panel.js';

/** @typedef {import('../model/types.js').Target} Target */

/** The programme's targets, always in sight, with what the draft in hand does to each. */
export class Targets extends Panel {
    static reads = ['targets', 'draftTargets', 'checking', 'check', 'sure', 'draft', 'targetsKnown'];

    render() {
        const { targets, draftTargets, checking, targetsKnown } = this.state;
        if (!targetsKnown) return html`<ul class="targets" role="status" aria-label=${this.t('targets.waiting')}>${[1, 2, 3, 4].map(() => html`<li class="target skeleton" aria-hidden="true"><i></i><i></i></li>`)}</ul>`;
        if (targets.length === 0) return this.none();
        return html`<ul class="targets" aria-label=${this.t('targets.label')} aria-busy=${checking}>
            ${targets.map((target) => this.target(target, draftTargets?.find((after) => after.id === target.id)))}
            <li class="edit"><button class="ghost" title=${this.t('records.target')} aria-label=${this.t('records.target')}
                @click=${() => this.desk.openRecords('target')}>${icon('edit')}</button></li>
        </ul>`;
    }

    /** A plan without a programme: what comes next. */
    none() {
        return html`<p class="targets none"><span>${this.t('targets.none')}</span>
            ${this.desk.mayWrite ? html`<button @click=${() => this.desk.openRecords('target')}>${icon('edit')}${this.t('targets.add')}</button>` : nothing}</p>`;
    }

    /** @param {Target} target @param {Target} [after] */
    target(target, after) {
        if (target.fault) return this.lost(target, target.fault);
        const unit = this.unit(target);
        const difference = change(target, after, this.locale);
        const less = after !== undefined && after.planned < target.planned;
        return html`<li class="target" title=${this.story(target)}>
            <div class="line">
                <h2>${this.words(target.title)} <small>${this.surface(target)}</small></h2>
                ${difference ? html`<ins class=${less ? 'less' : 'more'}>${difference}</ins>` : html`<span class="share">${this.share(target)}</span>`}
            </div>
            <div class="line">
                <p class="figure">
                    <a href="#show=target:${target.id}" title=${this.t('targets.show')}><strong>${headline((after ?? target).planned, target.unit, this.locale, true)}</strong></a>
                    <span>/ ${target.value === null ? this.t('targets.open') : headline(target.value, target.unit, this.locale)} ${unit}</span>
                </p>
                ${this.missing(after ?? target)}
            </div>
            ${this.bar(target, after)}
        </li>`;
    }

    /** How much of it is planned, and until when it is due. @param {Target} target */
    share({ planned, value, due }) {
        const share = value ? `${number((planned / value) * 100, 0, this.locale)}%` : '';
        return html`${share}${due ? html`<span class="due">${share ? ' · ' : ''}${this.t('targets.until', { day: due })}</span>` : nothing}`;
    }

    /** One that cannot say where it stands. @param {Target} target @param {import('../model/types.js').Words} why */
    lost(target, why) {
        return html`<li class="target" title=${this.words(why)}>
            <h2>${this.words(target.title)}</h2>
            <p class="missing">${this.t('targets.cannot', { why: this.words(why) })}</p>
        </li>`;
    }

    /** @param {string} status */
    status(status) {
        return status === UNKNOWN ? this.t('status.unknown') : this.code(this.state.plan?.roles.status, status);
    }

    /** @param {Target} target */
    unit(target) {
        return headlineUnit(target.unit, this.locale);
    }

    /** @param {Target} target */
    missing(target) {
        if (target.missing === null) return html`<p class="missing">${this.t('targets.leftOpen')}</p>`;
        const { sure, check, draft } = this.state;
        const stands = standing(target, sure, check, draft?.id === undefined);
        if (stands === 'unsure') return html`<p class="missing unsure" title=${this.t('targets.unsureWhy')}>${icon('warning')}${this.t('targets.unsure')}</p>`;
        if (stands === 'asked') return html`<p class="missing">${this.t('targets.asked')}</p>`;
        if (stands === 'met') return html`<p class="missing met">${icon('check')}${this.t('targets.met')}</p>`;
        const amount = headline(target.missing, target.unit, this.locale, true);
        return html`<p class="missing">${this.t('targets.missing', { amount, unit: this.unit(target) })}</p>`;
    }

    /** @param {Target} target */
    story(target) {
        const lines = Object.entries(target.byStatus).map(([status, value]) => `${this.status(status)} ${this.exact(value, target)}`);
        lines.push(target.missing === null ? this.t('targets.leftOpen') : this.t('targets.missing', { amount: this.exact(Math.max(0, target.missing), target), unit: '' }));
        if (target.measure.includes('area')) lines.push(this.t(`method.${target.method}`));
        if (target.due) lines.push(this.t('targets.due', { day: target.due }));
        if (target.source) lines.push(this.t('targets.source', { source: this.words(target.source) }));
        return lines.join('\n');
    }

    /** @param {number} value @param {Target} target */
    exact(value, target) {
        return exact(value, target.unit, this.locale);
    }

    /** @param {Target} target @param {Target} [after] */
    bar(target, after) {
        const { value: promised } = target;
        const scale = Math.max(promised ?? 0, target.planned, after?.planned ?? 0) || 1;
        const share = (/** @type {number} */ value) => (value / scale) * 100;
        let from = 0;
        const parts = Object.entries(target.byStatus).map(([status, value]) => {
            const width = share(value);
            from += width;
            return svg`<rect class="seg" data-status=${status} x=${`${from - width}%`} width=${`${width}%`} height="8"></rect>`;
        });
        return html`<svg class="bar" role="img" aria-label=${this.story(target)}>
            ${parts} ${this.draftPart(share(target.planned), after && share(after.planned))}
            ${promised !== null && promised < scale ? goal(share(promised)) : nothing}
        </svg>`;
    }

    /** @param {number} before per cent @param {number} [after] per cent */
    draftPart(before, after) {
        if (after === undefined || after === before) return svg``;
        const [from, to] = after > before ? [before, after] : [after, before];
        return svg`<rect class="seg ${after > before ? 'gain' : 'loss'}" x=${`${from}%`} width=${`${to - from}%`}
            height="8"></rect>`;
    }
}

/** Where the target stands on a bar that has gone beyond it. @param {number} at per cent */
const goal = (at) => svg`<line class="goal" x1=${`${at}%`} x2=${`${at}%`} y1="0" y2="8"></line>`;
