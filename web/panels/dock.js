import { html } from 'lit';
import { tabOf, TABS, turnTo } from '../model/dock.js';
import { icon } from './icon.js';
import { Panel } from './panel.js';

/** From this width on there is room for a panel beside the tools; below it lies over the map while it is asked for. */
export const ROOMY = '(min-width: 1101px)';

/** The tabs of the dock at the left. The dock stands still: its panels change, its place does not. */
export class Dock extends Panel {
    static reads = ['dock', 'water'];

    /** @param {import('./panel.js').Desk} desk */
    connect(desk) {
        super.connect(desk);
        if (matchMedia(ROOMY).matches) desk.set({ dock: 'layers' });
    }

    render() {
        const shown = tabOf(this.state);
        this.parentElement?.classList.toggle('shut', !shown);
        return html`<div class="tabs" role="tablist" aria-label=${this.t('dock.label')}>
            ${TABS.map((tab) => html`<button role="tab" id="tab-${tab}" aria-selected=${tab === shown} aria-controls="panel-${tab}"
                @click=${() => turnTo(this.desk, tab)} @keydown=${this.step}>${icon(tab)}<span>${this.t(`dock.${tab}`)}</span></button>`)}
        </div>`;
    }

    /** Arrows go from tab to tab. @param {KeyboardEvent} event */
    step({ key, target }) {
        const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
        const tabs = /** @type {HTMLElement[]} */ ([...this.querySelectorAll('[role=tab]')]);
        if (by) tabs[(tabs.indexOf(/** @type {HTMLElement} */ (target)) + by + tabs.length) % tabs.length].focus();
    }
}
