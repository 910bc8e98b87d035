import { html } from 'lit';
import { knownCode } from '../model/figure.js';
import { listOf } from '../model/roles.js';
import { length, mu, number } from '../model/units.js';

/** @typedef {import('../model/types.js').Row} Row */
/** @typedef {import('./panel.js').Panel} Panel */

/** Every column that the table can show, in its order. */
export const COLUMNS = /** @type {const} */ (['name', 'code', 'layer', 'class', 'status', 'zone', 'office', 'person', 'start', 'finish', 'year', 'gross', 'net', 'length']);
/** @typedef {typeof COLUMNS[number]} Column */

/** What stands there until somebody chooses. @type {Column[]} */
export const USUAL = ['name', 'layer', 'status', 'zone', 'year', 'gross', 'net', 'length'];

/** Numbers stand at the right, and begin with the largest when they are sorted by. */
export const NUMBERS = new Set(['year', 'gross', 'net', 'length']);

/** @param {Panel} panel @param {unknown} status */
export const statusOf = (panel, status) => knownCode(listOf(panel.state.plan, 'status'), status);

/** A sum of net area as people write it. @param {Panel} panel @param {{planeM2: number}} net @param {number} lengthM */
export function sums(panel, net, lengthM) {
    return html`<b class="num">${panel.t('table.net', { area: number(net.planeM2, 1, panel.locale) })}</b>
        <span class="num">${mu(net.planeM2, panel.locale)}</span>
        ${lengthM > 0 ? html`<span class="num">${length(lengthM, panel.locale)}</span>` : ''}`;
}

/** @param {Panel} panel @param {Column} column @param {Row} row @param {Record<string, string>} zones names of the sub-districts */
export function cell(panel, column, row, zones) {
    const { attributes } = row;
    switch (column) {
        case 'layer': return html`<td>${panel.words(panel.layer(row.layer)?.title)}</td>`;
        case 'status': return html`<td><span class="dot" data-status=${statusOf(panel, attributes.status)}></span>${panel.code(panel.state.plan?.roles.status, attributes.status) || panel.t('status.unknown')}</td>`;
        case 'class': return html`<td>${panel.code(panel.state.plan?.roles.class, attributes.class)}</td>`;
        case 'zone': return html`<td>${row.zones.map((zone) => zones[zone] ?? '').filter(Boolean).join(panel.locale === 'zh' ? '、' : ', ')}</td>`;
        case 'gross': return html`<td class="num">${number(row.gross.planeM2, 1, panel.locale, true)}</td>`;
        case 'net': return html`<td class="num net">${number(row.net.planeM2, 1, panel.locale, true)}<small>${mu(row.net.planeM2, panel.locale)}</small></td>`;
        case 'length': return html`<td class="num">${row.grossLengthM > 0 ? number(row.lengthM, 0, panel.locale) : ''}</td>`;
        default: return html`<td class=${NUMBERS.has(column) ? 'num' : ''}>${attributes[column] ?? ''}</td>`;
    }
}
