import { html, nothing } from 'lit';
import { undecided } from '../model/intake-choices.js';
import { placeOf } from '../model/place.js';

/**
 * @typedef {import('./panel.js').Panel} Panel
 * @typedef {import('../model/intake-choices.js').Choice} Choice
 * @typedef {import('../model/intake.js').Preview} Preview
 * @typedef {import('../model/intake.js').Item} Item
 */

/**
 * What was changed in the file and in the plan since the file left, side by side; nothing is written before each is decided.
 * @param {Panel} panel @param {Choice} choice @param {Preview} preview
 */
export function conflicts(panel, choice, preview) {
    const items = preview.items.filter(({ state }) => state === 'conflict');
    if (items.length === 0) return nothing;
    return html`<section class="conflicts">
        <h3>${panel.t('intake.conflicts', { count: undecided(choice, preview) })}</h3>
        ${items.map((item) => one(panel, choice, item, preview.target))}
        ${items.length > 1 ? all(panel, choice, items) : nothing}
    </section>`;
}

/** @param {Panel} panel @param {Choice} choice @param {Item} item @param {string} target */
function one(panel, choice, item, target) {
    const id = item.id ?? 0;
    const side = (/** @type {'keep'|'overwrite'} */ name) => html`<label>
        <input type="radio" name="conflict-${choice.source}-${id}" value=${name} .checked=${choice[name].includes(id)} @change=${() => decide(panel, choice, [id], name)} />
        <span>${panel.t(`intake.side.${name}`)}</span>
    </label>`;
    return html`<article class="conflict">
        <button class="ghost" @click=${() => item.geometry && panel.desk.goTo(placeOf(item.geometry))}><i class="dot conflict"></i><span>${item.label}</span></button>
        <table class="sides">
            <thead><tr><td></td><th scope="col">${panel.t('intake.inPlan')}</th><th scope="col">${panel.t('intake.inFile')}</th></tr></thead>
            <tbody>${rows(panel, item, target)}</tbody>
        </table>
        <fieldset class="choice" aria-label=${item.label}>${side('keep')}${side('overwrite')}</fieldset>
    </article>`;
}

/** @param {Panel} panel @param {Item} item @param {string} target */
function rows(panel, item, target) {
    const row = (/** @type {string} */ title, /** @type {unknown} */ plan, /** @type {unknown} */ file) =>
        html`<tr><th scope="row">${title}</th><td>${plan}</td><td>${file}</td></tr>`;
    if (item.deletedIn) {
        const [gone, changed] = [panel.t('intake.deleted'), panel.t('intake.wasChanged')];
        return item.deletedIn === 'plan' ? row('', gone, changed) : row('', changed, gone);
    }
    return html`${differing(panel, item, target).map(({ title, plan, file }) => row(title, plan, file))}
    ${item.shapeChanged
        ? row(panel.t('intake.shapeChanged'), html`<span class="in-plan">${panel.t('intake.dashed')}</span>`, html`<span class="in-file">${panel.t('intake.solid')}</span>`)
        : nothing}`;
}

/** The attributes in which the file differs from the plan, in words. @param {Panel} panel @param {Item} item @param {string} target */
export function differing(panel, item, target) {
    const attributes = panel.layer(target)?.attributes ?? [];
    return Object.entries(item.attributes ?? {}).map(([name, sides]) => {
        const attribute = attributes.find((a) => a.name === name);
        const [plan, file] = sides.map((value) => panel.code(attribute?.codes, value) || '—');
        return { title: panel.words(attribute?.title) || name, plan, file };
    });
}

/** @param {Panel} panel @param {Choice} choice @param {Item[]} items */
function all(panel, choice, items) {
    const ids = items.map(({ id }) => id ?? 0);
    return html`<p class="choices">
        <button @click=${() => decide(panel, choice, ids, 'keep')}>${panel.t('intake.keepAll')}</button>
        <button @click=${() => decide(panel, choice, ids, 'overwrite')}>${panel.t('intake.overwriteAll')}</button>
    </p>`;
}

/** @param {Panel} panel @param {Choice} choice @param {number[]} ids @param {'keep'|'overwrite'} name */
function decide(panel, choice, ids, name) {
    const other = name === 'keep' ? 'overwrite' : 'keep';
    panel.desk.chooseImport(choice.source, {
        [name]: [...new Set([...choice[name], ...ids])],
        [other]: choice[other].filter((id) => !ids.includes(id)),
    });
}
