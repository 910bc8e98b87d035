import { html, nothing } from 'lit';
import { knownCode, UNKNOWN } from '../model/figure.js';
import { placeOf } from '../model/place.js';
import { listOf, statusesOf } from '../model/roles.js';
import { length, mu, number } from '../model/units.js';
import { icon } from './icon.js';
import { Panel } from './panel.js';
import { filtered, keyOf, sorted, sums } from './table-rows.js';
import { windowOf } from './window.js';

/** @typedef {import('../model/types.js').Row} Row */
/** @typedef {import('./table-rows.js').Column} Column */

/** @type {Column[]} */
const COLUMNS = ['name', 'layer', 'status', 'year', 'gross', 'net', 'length'];
const HEAD_PX = 33;

/** Every plot of the plan in a drawer: to sort, to sum, to change the status of many at once. */
export class Table extends Panel {
    static reads = ['rows', 'selection', 'filter', 'saving'];
    open = false;
    /** @type {Column} */
    column = 'net';
    falling = true;
    /** How far the table is scrolled, and the height of its window and of a row. */
    at = { top: 0, height: 400, each: 33 };
    /** What was last filtered and sorted, so that scrolling and selecting do not do it again. @type {unknown[]} */
    asked = [];
    /** @type {Row[]} */
    visible = [];

    render() {
        const { rows, selection } = this.state;
        const chosen = new Set(selection.map(keyOf));
        const visible = this.arranged();
        return html`<section class="table card ${this.open ? 'open' : ''}" aria-label=${this.t('table.label')}>
            <div class="table-head">
                <button class="fold" aria-expanded=${this.open} @click=${this.fold}>
                    ${icon('table')}<span>${this.t('table.label')}</span>
                    <span class="count">${visible.length}</span>${icon('chevron')}
                </button>
                ${this.open ? this.filters() : nothing} ${chosen.size > 0 ? this.chosen(rows, chosen) : nothing}
            </div>
            ${this.open ? this.rows(visible, chosen) : nothing}
        </section>`;
    }

    /** The rows that pass the filter, in order. */
    arranged() {
        const { rows, filter } = this.state;
        const asked = [rows, filter, this.column, this.falling, this.locale];
        if (asked.some((each, i) => each !== this.asked[i])) this.visible = sorted(filtered(rows, filter, listOf(this.state.plan, 'status')), this.column, this.falling, this.locale);
        this.asked = asked;
        return this.visible;
    }

    fold() {
        this.open = !this.open;
        this.requestUpdate();
    }

    filters() {
        const { filter, plan } = this.state;
        const layers = (plan?.layers ?? []).filter((layer) => layer.role === 'adds green');
        const statuses = statusesOf(plan);
        return html`<div class="filters">
            <input type="search" aria-label=${this.t('table.filter')} placeholder=${this.t('table.filter')}
                .value=${filter.text} @input=${(/** @type {Event} */ event) => this.filter('text', event)} />
            <select aria-label=${this.t('column.layer')} @change=${(/** @type {Event} */ event) => this.filter('layer', event)}>
                <option value="">${this.t('table.allLayers')}</option>
                ${layers.map(({ id, title }) => option(id, this.words(title), filter.layer))}
            </select>
            <select aria-label=${this.t('column.status')} @change=${(/** @type {Event} */ event) => this.filter('status', event)}>
                <option value="">${this.t('table.allStatuses')}</option>
                ${statuses.map(({ code, title }) => option(code, this.words(title), filter.status))}
                ${this.state.rows.some((row) => this.known(row) === UNKNOWN) ? option(UNKNOWN, this.t('status.unknown'), filter.status) : nothing}
            </select>
        </div>`;
    }

    /** @param {'text'|'layer'|'status'} name @param {Event} event */
    filter(name, event) {
        const { value } = /** @type {HTMLInputElement} */ (event.target);
        this.querySelector('.scroll')?.scrollTo(0, 0);
        this.desk.setFilter({ [name]: name === 'text' ? value : value || null });
    }

    /** The sums of the selection, and what can be done with it. @param {Row[]} rows @param {Set<string>} chosen */
    chosen(rows, chosen) {
        const plots = rows.filter((row) => chosen.has(keyOf(row)));
        const { net, length: metres } = sums(plots);
        const statuses = statusesOf(this.state.plan);
        const { selection } = this.state;
        return html`<div class="chosen" aria-live="polite">
            <span>${this.t('table.chosen', { count: chosen.size })}</span>
            ${plots.length ? html`<b class="num">${this.t('table.net', { area: number(net, 1, this.locale) })}</b>
                <span class="num">${mu(net, this.locale)}</span>` : nothing}
            ${metres > 0 ? html`<span class="num">${length(metres, this.locale)}</span>` : nothing}
            ${this.open && this.desk.mayWrite && selection.every(({ layer }) => this.layer(layer)?.role === 'adds green')
                ? html`<select aria-label=${this.t('table.setStatus')} ?disabled=${this.state.saving} @change=${this.setStatus}>
                      <option value="" selected>${this.t('table.setStatus')}</option>
                      ${statuses.map(({ code, title }) => option(code, this.words(title), null))}
                  </select>`
                : nothing}
            <button class="ghost small" @click=${() => this.desk.clearSelection()}>${this.t('table.clear')}</button>
        </div>`;
    }

    /** @param {Event} event */
    setStatus(event) {
        const select = /** @type {HTMLSelectElement} */ (event.target);
        const plots = new Set(this.state.rows.map(keyOf));
        const refs = this.state.selection.filter((ref) => plots.has(keyOf(ref)));
        if (select.value) void this.desk.batchStatus(refs, select.value);
        select.value = '';
    }

    /** @param {Row[]} rows @param {Set<string>} chosen */
    rows(rows, chosen) {
        const all = rows.length > 0 && rows.every((row) => chosen.has(keyOf(row)));
        const { from, to, above, below } = windowOf(rows.length, this.at.top, this.at.height, this.at.each);
        return html`<div class="scroll" tabindex="0" @scroll=${this.scrolled} role="region" aria-label=${this.t('table.label')}>
            <table aria-rowcount=${rows.length}>
                <thead>
                    <tr>
                        <th class="check"><input type="checkbox" aria-label=${this.t('table.all')} .checked=${all}
                            @change=${() => this.desk.select(all ? [] : rows.map(({ layer, id }) => ({ layer, id })))} /></th>
                        ${COLUMNS.map((column) => this.heading(column))}
                    </tr>
                </thead>
                <tbody>
                    ${gap(above)} ${rows.slice(from, to).map((row) => this.row(row, chosen.has(keyOf(row))))} ${gap(below)}
                </tbody>
            </table>
            ${rows.length === 0 ? html`<p class="empty">${this.t('table.none')}</p>` : nothing}
        </div>`;
    }

    /** @param {Event} event */
    scrolled(event) {
        const window = /** @type {HTMLElement} */ (event.target);
        const each = window.querySelector('tbody tr:not(.gap)')?.getBoundingClientRect().height ?? this.at.each;
        this.at = { top: Math.max(0, window.scrollTop - HEAD_PX), height: window.clientHeight, each };
        this.requestUpdate();
    }

    /** @param {Column} column */
    heading(column) {
        const mine = this.column === column;
        const order = this.falling ? 'descending' : 'ascending';
        return html`<th scope="col" class=${`col-${column}`} aria-sort=${mine ? order : 'none'}>
            <button @click=${() => this.sort(column)}>${this.t(`column.${column}`)}${icon('sort')}</button>
        </th>`;
    }

    /** @param {Column} column */
    sort(column) {
        this.falling = this.column === column ? !this.falling : ['gross', 'net', 'length', 'year'].includes(column);
        this.column = column;
        this.requestUpdate();
    }

    /** @param {Row} row @param {boolean} chosen */
    row(row, chosen) {
        const { layer, id, attributes } = row;
        const ref = { layer, id };
        const name = attributes.name || `#${id}`;
        return html`<tr aria-selected=${chosen} @click=${(/** @type {MouseEvent} */ event) => this.pick(event, ref)}>
            <td class="check"><input type="checkbox" aria-label=${name} .checked=${chosen}
                @change=${() => this.desk.select([ref], { add: true })} /></td>
            <th scope="row"><button class="link" @click=${() => this.desk.select([ref])}>${name}</button></th>
            <td>${this.words(this.layer(layer)?.title)}</td>
            <td><span class="dot" data-status=${this.known(row)}></span>${this.code(this.state.plan?.roles.status, attributes.status) || this.t('status.unknown')}</td>
            <td class="num">${attributes.year ?? ''}</td>
            <td class="num">${number(row.gross.planeM2, 1, this.locale, true)}</td>
            <td class="num net">${number(row.net.planeM2, 1, this.locale, true)}<small>${mu(row.net.planeM2, this.locale)}</small></td>
            <td class="num">${row.grossLengthM > 0 ? number(row.lengthM, 0, this.locale) : ''}</td>
        </tr>`;
    }

    /** @param {Row} row */
    known(row) {
        return knownCode(listOf(this.state.plan, 'status'), row.attributes.status);
    }

    /** Brings a plot before the person: a click only where it is not in sight, a double click always. @param {import('../model/types.js').Ref} ref @param {boolean} ifUnseen */
    bring(ref, ifUnseen) {
        const { feature } = this.state;
        if (feature && keyOf(feature) === keyOf(ref)) this.desk.goTo({ ...placeOf(feature.geometry), ifUnseen });
    }

    /** A click on a row selects it; with Ctrl it joins the others. @param {MouseEvent} event @param {import('../model/types.js').Ref} ref */
    pick(event, ref) {
        const target = /** @type {Element} */ (event.target);
        if (target.closest('input, button')) return;
        const add = event.ctrlKey || event.metaKey || event.shiftKey;
        void this.desk.select([ref], { add }).then(() => add || this.bring(ref, event.detail < 2));
    }
}

/** Empty height in place of rows that are out of sight. @param {number} height pixels */
const gap = (height) => (height > 0 ? html`<tr class="gap"><td colspan="8"><svg width="1" height=${height} aria-hidden="true"></svg></td></tr>` : nothing);

/** @param {string} value @param {string} words @param {string|null} chosen */
const option = (value, words, chosen) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`;
