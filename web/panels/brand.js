import { html, nothing } from 'lit';
import { icon } from './icon.js';
import { Panel } from './panel.js';

/** Whose page this is, which plan lies on the desk, and why it can only be looked at, where that is so. */
export class Brand extends Panel {
    render() {
        const { plan } = this.state;
        return html`<div class="brand card">
            ${icon('leaf')}
            <div>
                <h1>${this.t('app.name')}</h1>
                ${plan
                    ? html`<button class="title" title=${this.words(plan.title)} aria-label="${this.t('records.identity')}: ${this.words(plan.title)}"
                          @click=${() => this.desk.openRecords('identity')}>${this.words(plan.title)}</button>`
                    : html`<p>${this.t('app.loading')}</p>`}
            </div>
        </div>
        ${plan?.readOnly ? html`<p class="looking card" role="note">${icon('info')}<span>${this.words(plan.readOnly)}</span></p>` : nothing}`;
    }
}
