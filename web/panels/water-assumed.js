import { html, nothing } from 'lit';
import { askInfluence, callOffInfluence } from '../model/influence.js';
import { icon } from './icon.js';

/** @typedef {import('../model/water.js').Water} State */
/** @typedef {import('../model/water.js').Judgement} Judgement */
/** @typedef {import('../model/influence.js').Influence} Influence */
/** @typedef {import('../model/influence.js').Effect} Effect */
/** @typedef {import('./water.js').Water} Panel */

const MOST = 400;
/** Each verdict with the figure that tells how far it is from holding. */
const VERDICTS = /** @type {const} */ ([['circulating', 'circulates', 'dead_months'], ['balanced', 'balances', 'failed_months'], ['backed', 'backs', 'out_months']]);

/** Every value that was assumed, each leading to where it is filled in, and what a fifth less or more would do. @param {Panel} panel @param {State} water @param {Judgement} judgement */
export function assumedOf(panel, water, { assumed }) {
    if (assumed.length === 0) return nothing;
    const { influence } = water;
    return html`<details class="assumed"><summary>${panel.t('water.assumed', { count: assumed.length })}</summary>
        ${influence ? progress(panel, influence) : html`<p><button @click=${() => askInfluence(panel.desk)}>${panel.t('water.influence')}</button></p>`}
        ${influence?.as_given ? [table(panel, influence, influence.as_given), influence.running ? nothing : unmeasured(panel, influence, assumed)] : list(panel, assumed.slice(0, MOST))}
    </details>`;
}

/** @param {Panel} panel @param {Influence} influence */
function progress(panel, { done, total, running }) {
    return html`<p class="running" role="status">${running ? html`<progress max=${total} .value=${done}></progress>` : icon(done === total ? 'check' : 'info')}
        <span>${panel.t('water.influence.done', { done, total })}</span>
        ${running ? html`<button class="ghost" @click=${() => callOffInfluence(panel.desk)}>${panel.t('action.cancel')}</button>` : nothing}
        ${!running && done < total ? html`<button class="ghost" @click=${() => askInfluence(panel.desk)}>${panel.t('water.influence.again')}</button>` : nothing}</p>`;
}

/** @param {Panel} panel @param {Influence} influence @param {Effect} given */
function table(panel, { values }, given) {
    const telling = values.filter(({ matters }) => matters);
    return html`<p class="hint">${panel.t('water.influence.hint')}</p><div class="wide"><table><thead><tr><th>${panel.t('water.influence.value')}</th>
        ${VERDICTS.map(([kind]) => html`<th class="number">${panel.t(`water.verdict.${kind}`)}</th>`)}</tr></thead>
        <tbody><tr><th scope="row">${panel.t('water.influence.given')}</th>${VERDICTS.map(([, holds, months]) => html`<td class="number">${cell(panel, given, holds, months)}</td>`)}</tr>
        ${telling.map((value) => html`<tr class=${value.turns ? 'turns' : ''}><th scope="row"><button class="ghost" @click=${() => panel.goTo(value.id)}>${panel.recordName(value)} · ${panel.attribute(value.id, value.attribute)}</button></th>
            ${VERDICTS.map(([, holds, months]) => html`<td class="number">${[value.less, value.more].some((one) => one[months] !== given[months] || one[holds] !== given[holds])
                ? html`<span>−20 % ${cell(panel, value.less, holds, months)}</span><span>+20 % ${cell(panel, value.more, holds, months)}</span>` : '·'}</td>`)}</tr>`)}</tbody></table></div>
        ${values.length > telling.length ? html`<details><summary>${panel.t('water.influence.none', { count: values.length - telling.length })}</summary>
            ${list(panel, values.filter(({ matters }) => !matters))}</details>` : nothing}`;
}

/** What has no fifth: names, such as a source's group, and heights above the sea. @param {Panel} panel @param {Influence} influence @param {import('../model/water.js').ValueAt[]} assumed */
function unmeasured(panel, { values, done, total }, assumed) {
    const key = (/** @type {import('../model/water.js').ValueAt} */ { id, attribute, month }) => `${id} ${attribute} ${month ?? ''}`;
    const computed = new Set(values.map(key));
    const others = done < total ? [] : assumed.filter((value) => !computed.has(key(value)));
    return others.length ? html`<details><summary>${panel.t('water.influence.unmeasured', { count: others.length })}</summary>${list(panel, others)}</details>` : nothing;
}

/** Each leads to where it is filled in. @param {Panel} panel @param {import('../model/water.js').ValueAt[]} values */
const list = (panel, values) => html`<ul>${values.map((value) => html`<li><button class="ghost" @click=${() => panel.goTo(value.id)}>${panel.recordName(value)} · ${panel.attribute(value.id, value.attribute)}</button></li>`)}</ul>`;

/** @param {Panel} panel @param {Effect} effect @param {'circulates'|'balances'|'backs'} holds @param {'dead_months'|'failed_months'|'out_months'} months */
function cell(panel, effect, holds, months) {
    const standing = panel.t(effect[holds] ? 'water.standing.passes' : 'water.standing.fails');
    return html`<b class="sign" role="img" aria-label=${standing} title=${standing} data-holds=${effect[holds]}>${effect[holds] ? '✓' : '✗'}</b> ${effect[months]}`;
}
