import { html, nothing } from 'lit';
import { moment } from '../model/units.js';
import { icon } from './icon.js';

/** @typedef {import('./panel.js').Panel} Panel */
/** @typedef {import('../model/types.js').PastState} PastState */

/** Who changed the inspected feature, when, and in what. @param {Panel} panel */
export function past(panel) {
    const states = panel.state.past;
    if (states.length === 0) return nothing;
    return html`<details class="past-states">
        <summary>${icon('history')}${panel.t('history.ofFeature')}<span class="count">${states.length}</span></summary>
        <ol>
            ${states.map((state) => entry(panel, state))}
        </ol>
    </details>`;
}

/** @param {Panel} panel @param {PastState} state */
function entry(panel, state) {
    const op = !state.before ? 'create' : !state.after ? 'delete' : 'replace';
    const changed = differences(panel, state);
    return html`<li>
        <p class="who"><span class="op ${op}">${panel.t(`op.${op}`)}</span><strong>${state.author}</strong></p>
        <time datetime=${state.at}>${moment(state.at, panel.locale, panel.state.plan?.timeZone)}</time>
        ${state.comment ? html`<p>${state.comment}</p>` : nothing}
        ${changed.map((line) => html`<p class="was">${line}</p>`)}
        ${op === 'replace' && panel.desk.mayWrite ? html`<button class="ghost small" @click=${() => takeBack(panel, state)}>${panel.t('history.takeOver')}</button>` : nothing}
    </li>`;
}

/** @param {Panel} panel @param {PastState} state */
function differences(panel, { before, after }) {
    if (!before || !after) return [];
    const attributes = panel.layer(after.layer)?.attributes ?? [];
    const lines = attributes.flatMap(({ name, title, codes }) => {
        const [was, is] = [before.properties[name] ?? null, after.properties[name] ?? null];
        if (was === is) return [];
        return [`${panel.words(title)}: ${panel.code(codes, was) || '—'} → ${panel.code(codes, is) || '—'}`];
    });
    const moved = JSON.stringify(before.geometry) !== JSON.stringify(after.geometry);
    return moved ? [...lines, panel.t('history.shape')] : lines;
}

/** Lays an earlier state on the desk as a draft: nothing is written until it is saved. @param {Panel} panel @param {PastState} state */
function takeBack(panel, { before }) {
    if (!before) return;
    panel.desk.setDraftAttributes({ ...before.properties });
    panel.desk.setDraftGeometry(before.geometry);
}
