import { html, nothing } from 'lit';
import { notGivenUp, removesMissing } from '../model/intake-choices.js';
import { placeOf } from '../model/place.js';
import { number } from '../model/units.js';
import { icon } from './icon.js';
import { conflicts, differing } from './intake-conflict.js';

/**
 * @typedef {import('./panel.js').Panel} Panel
 * @typedef {import('../model/intake-choices.js').Choice} Choice
 * @typedef {import('../model/intake.js').Preview} Preview
 * @typedef {import('../model/intake.js').Item} Item
 * @typedef {import('../model/types.js').Words} Words
 */

const STATES = /** @type {Item['state'][]} */ (['new', 'changed', 'conflict', 'vanished', 'same']);
/** What everything in a file of new plots is. */
const ALWAYS_NEW = /** @type {Item['state'][]} */ (['new']);
const LISTED = 400;
/** Where people count the rows as their spreadsheet shows them, the heading among them. */
const SHEETS = new Set(['csv', 'xlsx']);

/**
 * What an import would do to one layer: how many are new, changed, missing, mended, refused; each can be left out.
 * @param {Panel} panel @param {Choice} choice @param {Preview} preview
 */
export function previewOf(panel, choice, preview) {
    const { counts } = preview;
    const states = choice.mode === 'new' ? ALWAYS_NEW : STATES.filter((state) => state !== 'conflict' || counts.conflict);
    return html`<div class="preview">
        <ul class="outcome">
            ${states.map((state) => html`<li class=${state}><b class="num">${count(panel, counts[state])}</b>${panel.t(`intake.state.${state}`)}</li>`)}
            ${counts.refused ? html`<li class="refused"><b class="num">${count(panel, counts.refused)}</b>${panel.t('intake.state.refused')}</li>` : nothing}
        </ul>
        ${ways(panel, choice, preview)} ${already(panel, choice, preview)} ${repeated(panel, choice, preview)} ${refused(panel, choice, preview)} ${conflicts(panel, choice, preview)}
        ${residuals(panel, preview)} ${grouped(panel, 'intake.mended', preview, preview.mended)} ${said(panel, 'intake.dropped', preview.dropped)}
        ${grouped(panel, 'intake.noPieces', preview, preview.noPieces)}
        ${items(panel, choice, preview)}
    </div>`;
}

/** A number of records as people read it. @param {Panel} panel @param {number|undefined} records */
const count = (panel, records = 0) => number(records, 0, panel.locale);

/** The same in a line. @param {Panel} panel @param {Choice} choice @param {Preview} preview */
export function comesTo(panel, choice, preview) {
    const { counts } = preview;
    const parts = STATES.filter((state) => state !== 'same' && counts[state]).map((state) => `${panel.t(`intake.state.${state}`)} ${count(panel, counts[state])}`);
    const lost = notGivenUp(choice, preview);
    return [...parts, ...(lost ? [`${panel.t('intake.state.refused')} ${lost}`] : [])].join(' · ');
}

/** What can be taken all the same: open outlines closed, plots outside the district. @param {Panel} panel @param {Choice} choice @param {Preview} preview */
function ways(panel, choice, { counts }) {
    const way = (/** @type {'closeOpen'|'takeOutside'} */ name, /** @type {number|undefined} */ count) =>
        count || choice[name]
            ? html`<label class="tick">
                  <input type="checkbox" name=${name} .checked=${choice[name]} @change=${(/** @type {Event} */ e) => {
                      panel.desk.chooseImport(choice.source, { [name]: /** @type {HTMLInputElement} */ (e.target).checked });
                      // What it comes to is said at once: nobody has to ask for the same preview again.
                      void panel.desk.previewImport();
                  }} />
                  ${panel.t(`intake.${name}`, { count: count ?? 0 })}
              </label>`
            : nothing;
    return html`${way('closeOpen', counts.open)} ${way('takeOutside', counts.outside)}`;
}

/** New plots that are there already would be drawn twice. @param {Panel} panel @param {Choice} choice @param {Preview} preview */
function already(panel, choice, { counts }) {
    if (!counts.already) return nothing;
    return html`<section class="already">
        <p class="notice" role="status">${icon('warning')}${panel.t('intake.already', { count: counts.already, all: counts.new ?? 0 })}</p>
        <button @click=${() => panel.desk.updateInstead(choice.source)}>${panel.t('intake.updateInstead')}</button>
    </section>`;
}

/** One ground drawn several times counts once; the copies can stay behind. @param {Panel} panel @param {Choice} choice @param {Preview} preview */
function repeated(panel, choice, { counts, items, repeated: groups }) {
    if (!counts.repeated) return nothing;
    const again = new Set(items.filter(({ repeats }) => repeats).map(({ number }) => number));
    const leaveOut = choice.leaveOut.filter((number) => !again.has(number));
    return html`<section class="repeated">
        ${groups.slice(0, 20).map(({ number, times }) => html`<p class="notice" role="status">${icon('warning')}${panel.t('intake.repeated', { number, times })}</p>`)}
        <label class="tick">
            <input type="checkbox" .checked=${choice.skipRepeated} @change=${(/** @type {Event} */ e) =>
                panel.desk.chooseImport(choice.source, { skipRepeated: /** @type {HTMLInputElement} */ (e.target).checked, leaveOut })} />
            ${panel.t('intake.skipRepeated', { count: counts.repeated })}
        </label>
    </section>`;
}

/** How far each control point stays off its place. @param {Panel} panel @param {Preview} preview */
function residuals(panel, { residualsM }) {
    if (!residualsM) return nothing;
    return html`<section class="residuals">
        <h3>${panel.t('intake.residuals')}</h3>
        <ol>${residualsM.map((metres, i) => html`<li><b>${i + 1}</b> <span class="num">±${metres.toFixed(2)} m</span></li>`)}</ol>
    </section>`;
}

/** @param {Panel} panel @param {string} title @param {Preview['dropped']} list */
function said(panel, title, list) {
    if (list.length === 0) return nothing;
    return html`<section>
        <h3>${panel.t(title)}</h3>
        <ul>${list.map(({ words, count }) => html`<li>${panel.words(words)} <span class="num">× ${count}</span></li>`)}</ul>
    </section>`;
}

/** What is the same of many records: said once, listed when asked for. @param {Panel} panel @param {string} title @param {Preview} preview @param {import('../model/intake.js').Grouped[]} groups */
function grouped(panel, title, preview, groups) {
    if (groups.length === 0) return nothing;
    /** @param {{number: number, words: Words}} record */
    const named = (record) => html`<li><b>${panel.t(numbering(panel, preview), { number: record.number })}</b> ${panel.words(record.words)}</li>`;
    return html`<section class="not-counted">
        <h3>${panel.t(title)}</h3>
        <ul>${groups.map(({ kind, words, count: all, first }) => html`<li>
            <details>
                <summary>${(kind && mendedAs(panel, kind)) || panel.words(words)} <span class="num">· ${panel.t('intake.times', { count: count(panel, all) })}</span></summary>
                <ul>${first.map(named)}</ul>
                ${all > first.length ? html`<p class="hint">${panel.t('intake.andMore', { count: count(panel, all - first.length) })}</p>` : nothing}
            </details>
        </li>`)}</ul>
    </section>`;
}

/** A kind of repair in words without a figure of its own; empty where its own sentence has none. @param {Panel} panel @param {string} kind */
function mendedAs(panel, kind) {
    const words = panel.t(`mended.${kind}`);
    return words.startsWith('mended.') ? '' : words;
}

/** How records of a file are numbered for people. @param {Panel} panel @param {Preview} preview */
function numbering(panel, preview) {
    const format = panel.state.intake?.found?.layers[preview.source].format ?? '';
    return SHEETS.has(format) ? 'intake.row' : 'intake.record';
}

/** Whether nothing of the file can be taken. @param {Preview} preview */
const noneTaken = ({ counts }) => !counts.new && !counts.changed && !counts.same && !counts.conflict;

/** @param {Panel} panel @param {Choice} choice @param {Preview} preview */
function refused(panel, choice, preview) {
    if (!preview.counts.refused) return nothing;
    const counted = numbering(panel, preview);
    return html`<section class="refused">
        <h3>${icon('warning')}${panel.t(noneTaken(preview) ? 'intake.refusedAll' : 'intake.refused', { count: preview.counts.refused })}</h3>
        <ul>${preview.refused.slice(0, 20).map(({ number, name, reason, place }) => html`<li>
            <b>${panel.t(counted, { number })}${name ? html` ${name}` : nothing}</b> ${panel.words(reason)}
            ${place ? html`<button class="ghost small" aria-label=${panel.t('action.zoom')} @click=${() => goTo(panel, place.coordinates)}>${icon('target')}</button>` : nothing}
        </li>`)}</ul>
        <label class="tick">
            <input type="checkbox" .checked=${choice.skipRefused} @change=${(/** @type {Event} */ e) =>
                panel.desk.chooseImport(choice.source, { skipRefused: /** @type {HTMLInputElement} */ (e.target).checked })} />
            ${panel.t('intake.skipRefused')}
        </label>
    </section>`;
}

/** @param {Panel} panel @param {[number, number]} place */
const goTo = (panel, [lon, lat]) => panel.desk.goTo({ lon, lat, mark: true });

/** @param {Panel} panel @param {Choice} choice @param {Preview} preview */
function items(panel, choice, preview) {
    const told = preview.items.filter(({ state }) => state !== 'same' && state !== 'conflict');
    const shown = told.slice(0, LISTED);
    if (shown.length === 0) return nothing;
    const { counts } = preview;
    const more = (counts.new ?? 0) + (counts.changed ?? 0) + (counts.vanished ?? 0) - shown.length;
    return html`<ul class="items">${shown.map((item) => html`<li class=${item.state}>
        <input type="checkbox" aria-label=${item.label} .checked=${taken(choice, item)} ?disabled=${(item.state === 'vanished' && removesMissing(choice)) || (item.repeats === true && choice.skipRepeated)}
            @change=${(/** @type {Event} */ e) => take(panel, choice, item, /** @type {HTMLInputElement} */ (e.target).checked)} />
        <button class="ghost" @click=${() => item.geometry && panel.desk.goTo(placeOf(item.geometry))}>
            <i class="dot ${item.state}"></i><span>${item.label}</span><small>${what(panel, item, preview.target)}</small>
        </button>
    </li>`)}</ul>
    ${more > 0 ? html`<p class="hint">${panel.t('intake.more', { count: more })}</p>` : nothing}`;
}

/** @param {Panel} panel @param {Item} item @param {string} target */
function what(panel, item, target) {
    if (item.already) return panel.t('intake.isThere');
    if (item.repeats) return panel.t('intake.isRepeated');
    if (item.state !== 'changed') return panel.t(`intake.state.${item.state}`);
    const names = differing(panel, item, target).map(({ title, plan, file }) => `${title} ${plan} → ${file}`);
    return [...(item.shapeChanged ? [panel.t('intake.shapeChanged')] : []), ...names].join(' · ');
}

/** @param {Choice} choice @param {Item} item */
function taken(choice, item) {
    if (item.state === 'vanished') return removesMissing(choice) || choice.remove.includes(item.id ?? 0);
    return !choice.leaveOut.includes(item.number ?? 0) && !(item.repeats && choice.skipRepeated);
}

/** @param {Panel} panel @param {Choice} choice @param {Item} item @param {boolean} on */
function take(panel, choice, item, on) {
    const name = item.state === 'vanished' ? 'remove' : 'leaveOut';
    const number = (name === 'leaveOut' ? item.number : item.id) ?? 0;
    const add = name === 'leaveOut' ? !on : on;
    const next = add ? [...choice[name], number] : choice[name].filter((n) => n !== number);
    panel.desk.chooseImport(choice.source, { [name]: next });
}
