import { html, nothing } from 'lit';
import { canCutOut, cutOut, hitsOf, toneOf, uncheckedOf } from '../model/findings.js';
import { partOf } from '../model/lit.js';
import { length, mu, number } from '../model/units.js';
import { icon } from './icon.js';

/** @typedef {import('../model/types.js').Finding} Finding */
/** @typedef {import('./panel.js').Panel} Panel */

const LEAST_SEEN_M2 = 0.01;
const NAMES = 3;

/** What rules have against a plot, the hardest first, each with where it stands; then of what nothing can be said. @param {Panel} panel @param {{findings?: Finding[]}} line */
export function findingsOf(panel, { findings = [] }) {
    const hits = hitsOf(findings);
    const unchecked = uncheckedOf(findings);
    if (findings.length === 0) return nothing;
    return html`<section class="findings" aria-label=${panel.t('findings.label')}>
        ${hits.length > 0 ? html`<ul class="overlaps constraints">${hits.map((one) => hit(panel, one))}</ul>` : nothing}
        ${unchecked.length > 0
            ? html`<details class="unchecked"><summary>${panel.t('findings.unchecked', { count: number(unchecked.length, 0, panel.locale) })}</summary>
                  <ul>${unchecked.map((one) => html`<li>${panel.words(one.title)} <small>${panel.words(one.note)}</small></li>`)}</ul></details>`
            : nothing}
    </section>`;
}

/** @param {Panel} panel @param {Finding} one */
function hit(panel, one) {
    const part = { reason: 'rule', layer: one.rule, id: null };
    return html`<li class=${toneOf(one)}><button class="ghost" aria-pressed=${panel.state.lit?.part === partOf(part)} title="${panel.words(one.text)} ${panel.t('figure.light')}"
        @click=${() => panel.desk.light(part)}>
        <span>${icon('warning')}${panel.words(one.title)} <small>${panel.t(`severity.${one.severity}`)}${named(panel, one)}${one.note ? ` · ${panel.words(one.note)}` : ''}</small>
            <small class="source">${sourceOf(panel, one)}</small></span>
        ${amountOf(panel, one)}
    </button>${panel.state.selection.length < 2 && canCutOut(panel.desk, one)
        ? html`<button class="cut-out" @click=${() => cutOut(panel.desk, one)}>${icon('cut')}${panel.t('findings.cutOut')}</button>`
        : nothing}</li>`;
}

/** Where a rule stands, since when, and whether that is quoted. @param {Panel} panel @param {Pick<Finding, 'source'|'from'|'mark'>} rule */
export const sourceOf = (panel, { source, from, mark }) =>
    panel.t(mark === 'verified' ? 'findings.source' : 'findings.known', { source: panel.words(source), from });

/** How much offends. @param {Panel} panel @param {Pick<Finding, 'planeM2'|'lengthM'>} one */
export function amountOf(panel, { planeM2, lengthM }) {
    if (lengthM > 0) return html`<b>${length(lengthM, panel.locale)}</b>`;
    if (planeM2 < LEAST_SEEN_M2) return nothing;
    return html`<b>${number(planeM2, 1, panel.locale)} m²<small>${mu(planeM2, panel.locale)}</small></b>`;
}

/** @param {Panel} panel @param {Finding} one */
function named(panel, { names }) {
    return names.length === 0 ? '' : ` · ${names.slice(0, NAMES).join(panel.t('list.comma'))}${names.length > NAMES ? '…' : ''}`;
}
