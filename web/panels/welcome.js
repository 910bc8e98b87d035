import { html, nothing } from 'lit';
import { remember } from '../model/settings.js';
import { icon } from './icon.js';
import { Panel } from './panel.js';

const STEPS = /** @type {const} */ (['draw', 'see', 'save']);
const ICONS = { draw: 'polygon', see: 'target', save: 'check' };

/** One quiet card for who comes for the first time: draw, see, save. It goes when they begin, and does not come again. */
export class Welcome extends Panel {
    static reads = ['welcomed', 'draft', 'selection'];

    /** @param {Set<string>} keys */
    changed(keys) {
        if (!this.state.welcomed && keys.has('draft') && this.state.draft) this.away();
        return keys;
    }

    render() {
        const { welcomed, plan, selection } = this.state;
        if (welcomed || !plan || !this.desk.mayWrite || selection.length) return nothing;
        return html`<aside class="welcome card" aria-label=${this.t('welcome.label')}>
            <ol>${STEPS.map((step) => html`<li>${icon(ICONS[step])}<span>${this.t(`welcome.${step}`)}</span></li>`)}</ol>
            <p><button class="primary" @click=${() => this.desk.setTool('polygon')}>${this.t('welcome.begin')}</button>
                <button class="ghost" @click=${() => this.away()}>${this.t('welcome.away')}</button></p>
        </aside>`;
    }

    away() {
        remember(this.desk, { welcomed: true });
    }
}
