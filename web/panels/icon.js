import { html } from 'lit';

/** A line drawing from the page's own sheet; says nothing to a screen reader. @param {string} name */
export const icon = (name) =>
    html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><use href="/assets/icons/icons.svg#${name}"></use></svg>`;
