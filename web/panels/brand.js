import { html } from 'lit';
import { icon } from './icon.js';
import { Panel } from './panel.js';

/** Whose page this is, and which plan lies on the desk. */
export class Brand extends Panel {
    render() {
        const { plan } = this.state;
        return html`<div class="brand card">
            ${icon('leaf')}
            <div>
                <h1>${this.t('app.name')}</h1>
                <p title=${this.words(plan?.title)}>${plan ? this.words(plan.title) : this.t('app.loading')}</p>
            </div>
        </div>`;
    }
}
