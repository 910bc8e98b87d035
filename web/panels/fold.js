import { html } from 'lit';
import { icon } from './icon.js';

/** @typedef {import('./panel.js').Panel} Panel */

/** Lays a sheet open, or folds it to its head; in sight only where the sheet shares a dock with the water. @param {Panel} panel */
export function foldOf(panel) {
    const { unfolded } = panel.state;
    const name = panel.t(unfolded ? 'action.fold' : 'action.unfold');
    return html`<button class="ghost unfold" title=${name} aria-label=${name} aria-expanded=${unfolded} @click=${() => panel.desk.set({ unfolded: !unfolded })}>${icon('chevron')}</button>`;
}
