import { html, nothing } from 'lit';
import { UNKNOWN } from '../model/figure.js';
import { statusesOf } from '../model/roles.js';
import { icon } from './icon.js';
import { COLUMNS, sums } from './table-cells.js';

/** @typedef {import('./panel.js').Panel} Panel */

/** What the table is filtered by, and what passes. @param {Panel} panel @param {(name: 'text'|'layer'|'status'|'zone', event: Event) => void} filter */
export function filters(panel, filter) {
    const { filter: now, plan, table } = panel.state;
    const layers = (plan?.layers ?? []).filter((layer) => layer.role === 'adds green');
    const zones = Object.entries(table?.zones ?? {});
    return html`<div class="filters">
        <input type="search" aria-label=${panel.t('table.filter')} placeholder=${panel.t('table.filter')}
            .value=${now.text} @input=${(/** @type {Event} */ event) => filter('text', event)} />
        <select aria-label=${panel.t('column.layer')} @change=${(/** @type {Event} */ event) => filter('layer', event)}>
            <option value="">${panel.t('table.allLayers')}</option>
            ${layers.map(({ id, title }) => option(id, panel.words(title), now.layer))}
        </select>
        <select aria-label=${panel.t('column.status')} @change=${(/** @type {Event} */ event) => filter('status', event)}>
            <option value="">${panel.t('table.allStatuses')}</option>
            ${statusesOf(plan).map(({ code, title }) => option(code, panel.words(title), now.status))}
            ${table && table.unknown > 0 ? option(UNKNOWN, panel.t('status.unknown'), now.status) : nothing}
        </select>
        ${zones.length ? html`<select aria-label=${panel.t('column.zone')} @change=${(/** @type {Event} */ event) => filter('zone', event)}>
            <option value="">${panel.t('table.allZones')}</option>
            ${zones.map(([code, name]) => option(code, name, now.zone))}
        </select>` : nothing}
        <label class="tick"><input type="checkbox" .checked=${panel.state.dimmed}
            @change=${(/** @type {Event} */ event) => panel.desk.table.dim(/** @type {HTMLInputElement} */ (event.target).checked)} />${panel.t('table.dim')}</label>
    </div>`;
}

/** The sums of what passes the filter, which columns are shown, and the way out for what is shown. @param {Panel} panel */
export function shown(panel) {
    const { table, columns } = panel.state;
    if (!table) return nothing;
    const file = (/** @type {string} */ format) => `/api/plots/table.${format}?${new URLSearchParams({ ...panel.desk.table.question, columns: columns.join(','), lang: panel.locale })}`;
    return html`<div class="sums" aria-live="polite">${sums(panel, table.net, table.lengthM)}</div>
        <button class="ghost small" popovertarget="columns">${icon('gear')}${panel.t('table.columns')}</button>
        <div id="columns" popover class="columns card" role="dialog" aria-label=${panel.t('table.columns')}>
            ${COLUMNS.filter((column) => column !== 'name').map((column) => html`<label class="tick"><input type="checkbox" name=${column} .checked=${columns.includes(column)}
                    @change=${() => panel.desk.table.choose(COLUMNS.filter((each) => columns.includes(each) !== (each === column)))} />${panel.t(`column.${column}`)}</label>`)}
        </div>
        <span class="ways">${icon('download')}<a href=${file('xlsx')} download aria-label=${panel.t('table.take', { format: 'XLSX' })}>XLSX</a>
            <a href=${file('csv')} download aria-label=${panel.t('table.take', { format: 'CSV' })}>CSV</a></span>`;
}

/** The sums of the selection, and what can be done with it. @param {Panel} panel @param {boolean} open */
export function chosen(panel, open) {
    const { selection, feature, together, plan, saving } = panel.state;
    const line = selection.length === 1 ? feature?.ledger : together;
    const plots = selection.every(({ layer }) => panel.layer(layer)?.role === 'adds green');
    const setStatus = (/** @type {Event} */ event) => {
        const select = /** @type {HTMLSelectElement} */ (event.target);
        if (select.value) void panel.desk.batchStatus(selection, select.value);
        select.value = '';
    };
    return html`<div class="chosen" aria-live="polite">
        <span>${panel.t('table.chosen', { count: selection.length })}</span>
        ${line && (plots || line.net.planeM2 > 0) ? sums(panel, line.net, line.lengthM) : nothing}
        ${open && panel.desk.mayWrite && plots
            ? html`<select aria-label=${panel.t('table.setStatus')} ?disabled=${saving} @change=${setStatus}>
                  <option value="" selected>${panel.t('table.setStatus')}</option>
                  ${statusesOf(plan).map(({ code, title }) => option(code, panel.words(title), null))}
              </select>`
            : nothing}
        <button class="ghost small" @click=${() => panel.desk.clearSelection()}>${panel.t('table.clear')}</button>
    </div>`;
}

/** @param {string} value @param {string} words @param {string|null} chosen */
const option = (value, words, chosen) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`;
