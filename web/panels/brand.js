import { html, nothing } from 'lit';
import { icon } from './icon.js';
import { Panel } from './panel.js';

/** Whose page this is, which plan lies on the desk with the way to others, and why it can only be looked at, where that is so. */
export class Brand extends Panel {
    static reads = ['neighbours'];

    render() {
        const { plan } = this.state;
        return html`<div class="brand">
            ${icon('leaf')}
            <div>
                <h1>${this.t('app.name')}</h1>
                ${plan
                    ? html`<button class="title" title=${this.words(plan.title)} aria-label="${this.t('records.identity')}: ${this.words(plan.title)}"
                          @click=${() => this.desk.openRecords('identity')}>${this.words(plan.title)}</button>`
                    : html`<p>${this.t('app.loading')}</p>`}
            </div>
            ${plan?.shelved ? this.others(plan) : nothing}
        </div>
        ${plan?.readOnly ? html`<p class="looking card" role="note">${icon('info')}<span>${this.words(plan.readOnly)}</span></p>` : nothing}`;
    }

    /** Whoever looks at the sample wants a plan of their own next. @param {import('../model/types.js').Plan} plan */
    others(plan) {
        return html`${plan.illustrative && this.desk.mayWrite
                ? html`<button class="new" @click=${() => this.desk.openNewPlan()}>${icon('polygon')}${this.t('newPlan.label')}</button>`
                : nothing}
            <button class="ghost small" popovertarget="plans" aria-label=${this.t('plans.label')} title=${this.t('plans.label')}>${icon('chevron')}</button>
            <div id="plans" popover class="plans card" role="dialog" aria-label=${this.t('plans.label')} @toggle=${this.toggled}>
                <ul aria-label=${this.t('plans.label')}>${this.state.neighbours.map((one) => this.neighbour(one))}</ul>
                <button popovertarget="plans" popovertargetaction="hide" ?disabled=${!this.desk.mayWrite} @click=${() => this.desk.openNewPlan()}>
                    ${icon('polygon')}${this.t('newPlan.label')}…
                </button>
            </div>`;
    }

    /** What lies there is asked for each time: other programs make plans, too. @param {ToggleEvent} event */
    toggled(event) {
        if (event.newState === 'open') void this.desk.listPlans();
    }

    /** @param {import('../model/new-plan.js').Neighbour} neighbour */
    neighbour({ name, open, title, district, year }) {
        const words = title ? this.words(title) : name;
        const more = [district ? this.words(district) : '', year ?? '', name].filter(Boolean).join(' · ');
        return html`<li>
            <button class="ghost" aria-current=${open} ?disabled=${open} @click=${() => this.desk.openPlan(name)}>
                <span>${words}</span><small>${open ? `${this.t('plans.open')} · ` : ''}${more}</small>
            </button>
        </li>`;
    }
}
