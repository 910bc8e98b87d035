import { html, nothing } from 'lit';
import { differing, rows } from '../model/lists.js';
import { same } from '../model/merge.js';
import { moment } from '../model/units.js';
import { icon } from './icon.js';
import { cellName } from './list-field.js';

/** @typedef {import('./panel.js').Panel} Panel */
/** @typedef {import('../model/types.js').PastState} PastState */

/** @typedef {import('../model/types.js').Attribute} Attribute */
/** Whose past it is: its states, their description, and what lays the state before one of them on the desk. @typedef {{title: string, states: PastState[], attributes: Attribute[], takeBack: (state: PastState) => void}} Past */

const MOST_CELLS = 6;

/** Who changed a feature or a record, when, and in what. @param {Panel} panel @param {Past} of */
export function past(panel, of) {
    const { title, states } = of;
    if (states.length === 0) return nothing;
    return html`<details class="past-states">
        <summary>${icon('history')}${title}<span class="count">${states.length}</span></summary>
        <ol>
            ${states.map((state) => entry(panel, of, state))}
        </ol>
    </details>`;
}

/** @param {Panel} panel @param {Past} of @param {PastState} state */
function entry(panel, { attributes, takeBack }, state) {
    const op = !state.before ? 'create' : !state.after ? 'delete' : 'replace';
    const changed = differences(panel, attributes, state);
    return html`<li>
        <p class="who"><span class="op ${op}">${panel.t(`op.${op}`)}</span><strong>${state.author}</strong></p>
        <time datetime=${state.at}>${moment(state.at, panel.locale, panel.state.plan?.timeZone)}</time>
        ${state.comment ? html`<p>${state.comment}</p>` : nothing}
        ${changed.map((line) => html`<p class="was">${line}</p>`)}
        ${op === 'replace' && panel.desk.mayWrite ? html`<button type="button" class="ghost small" @click=${() => takeBack(state)}>${panel.t('history.takeOver')}</button>` : nothing}
    </li>`;
}

/** @param {Panel} panel @param {Attribute[]} attributes @param {PastState} state */
function differences(panel, attributes, { before, after }) {
    if (!before || !after) return [];
    const lines = attributes.flatMap(({ name, title, codes, list }) => {
        const [was, is] = [before.properties[name] ?? null, after.properties[name] ?? null];
        if (same(was, is)) return [];
        if (list) return [`${panel.words(title)}: ${cellsOf(panel, list, was, is)}`];
        return [`${panel.words(title)}: ${panel.code(codes, was) || '—'} → ${panel.code(codes, is) || '—'}`];
    });
    const moved = JSON.stringify(before.geometry) !== JSON.stringify(after.geometry);
    return moved ? [...lines, panel.t('history.shape')] : lines;
}

/** The first cells of a list that are others now. @param {Panel} panel @param {import('../model/lists.js').ListForm} list @param {unknown} was @param {unknown} is */
function cellsOf(panel, list, was, is) {
    const [before, after] = [rows(list, was), rows(list, is)];
    const differs = [...differing(list, was, is)].map((key) => key.split('.').map(Number));
    const told = differs.slice(0, MOST_CELLS).map(([row, column]) => `${cellName(panel, list, row, column)} ${before[row]?.[column] ?? '—'} → ${after[row]?.[column] ?? '—'}`);
    return told.join(panel.t('list.and')) + (differs.length > MOST_CELLS ? ' …' : '');
}
