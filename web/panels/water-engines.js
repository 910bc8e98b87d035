import { html, nothing } from 'lit';
import { engineFile, ENGINES, exportable } from '../model/works.js';
import { icon } from './icon.js';

/** @typedef {import('../model/water.js').Water} State */
/** @typedef {import('./water.js').Water} Panel */

/** The network for other engines; what keeps a file from being written leads to where it is mended. @param {Panel} panel @param {State} water */
export function enginesOf(panel, water) {
    const { exported } = water;
    return html`<section class="engines"><p class="links"><span>${panel.t('engines.title', { works: panel.t(`water.works.${water.works}`), year: panel.yearName(water.year, water.year) })}</span>
        ${Object.entries(ENGINES).map(([engine, name]) => html`<button @click=${() => save(panel, water, engine)}>${icon('download')}${name}</button>`)}</p>
        ${exported ? html`<section class="gaps" role="status"><h3>${panel.t('engines.refused', { name: ENGINES[exported.engine], count: exported.findings.length })}</h3>
            <ul>${exported.findings.map(({ feature, what }) => html`<li>${feature ? html`<button class="ghost" @click=${() => panel.goTo(feature)}>${panel.words(what)}</button>` : panel.words(what)}</li>`)}</ul></section>` : nothing}
    </section>`;
}

/** @param {Panel} panel @param {State} water @param {string} engine */
async function save(panel, water, engine) {
    if (!(await exportable(panel.desk, engine))) return;
    const link = document.createElement('a');
    link.href = engineFile(water, engine);
    link.download = `greenplan-${engine}.inp`;
    link.click();
}
