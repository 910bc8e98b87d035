import { html, nothing } from 'lit';
import { placeOf } from '../model/place.js';
import { key } from '../model/plots.js';
import { empty } from './empty.js';
import { icon } from './icon.js';
import { Panel } from './panel.js';
import { cell, NUMBERS } from './table-cells.js';
import { chosen, filters, shown } from './table-head.js';
import { windowOf } from './window.js';

/** @typedef {import('../model/types.js').Row} Row */
/** @typedef {import('../model/types.js').Ref} Ref */

const HEAD_PX = 33;

/** Every plot of the plan in a drawer: to sort, to sum, to change the status of many at once. Only the rows in sight are here. */
export class Table extends Panel {
    static reads = ['table', 'selection', 'together', 'feature', 'filter', 'sort', 'columns', 'dimmed', 'saving'];
    open = false;
    /** How far the table is scrolled, and the height of its window and of a row. */
    at = { top: 0, height: 400, each: 33 };
    /** From which row a range is selected. @type {Ref|null} */
    anchor = null;
    /** What of the selection the table has followed. @type {readonly Ref[]|null} */
    followed = null;

    render() {
        const { selection, table } = this.state;
        const selected = new Set(selection.map(key));
        return html`<section class="table card ${this.open ? 'open' : ''}" aria-label=${this.t('table.label')}>
            <div class="table-head">
                <button class="fold" aria-expanded=${this.open} @click=${this.fold}>
                    ${icon('table')}<span>${this.t('table.label')}</span>
                    <span class="count">${table?.plots ?? ''}</span>${icon('chevron')}
                </button>
                ${this.open ? html`${filters(this, (name, event) => this.filter(name, event))} ${shown(this)}` : nothing}
                ${selected.size > 0 ? chosen(this, this.open) : nothing}
            </div>
            ${this.open ? (table ? this.rows(table, selected) : html`<div class="skeleton" aria-busy="true"><i></i><i></i><i></i></div>`) : nothing}
        </section>`;
    }

    updated() {
        const { selection, table } = this.state;
        if (!this.open || !table) return;
        const { from, to } = windowOf(table.plots, this.at.top, this.at.height, this.at.each);
        this.desk.table.see(from, to - from);
        if (this.followed === selection) return;
        this.followed = selection;
        if (selection.length > 0) void this.follow(selection[selection.length - 1]);
    }

    /** Scrolls to a plot that was selected elsewhere. @param {Ref} ref */
    async follow(ref) {
        const { top, height, each } = this.at;
        const { table } = this.state;
        const here = table ? table.rows.findIndex((row) => key(row) === key(ref)) : -1;
        const place = here < 0 || !table ? await this.desk.api.plots.place(this.desk.table.question, ref).catch(() => null) : table.from + here;
        const seen = place !== null && place * each >= top && (place + 1) * each <= top + height - HEAD_PX;
        if (place === null || seen || this.state.selection.every((other) => key(other) !== key(ref))) return;
        this.querySelector('.scroll')?.scrollTo({ top: Math.max(0, place * each - (height - HEAD_PX) / 2) });
    }

    fold() {
        this.open = !this.open;
        this.followed = null;
        if (!this.open) this.desk.table.see(0, 0);
        this.requestUpdate();
        void this.updateComplete.then(() => this.open && this.scrolled());
    }

    /** @param {'text'|'layer'|'status'|'zone'} name @param {Event} event */
    filter(name, event) {
        const { value } = /** @type {HTMLInputElement} */ (event.target);
        this.querySelector('.scroll')?.scrollTo(0, 0);
        this.desk.table.filter({ [name]: name === 'text' ? value : value || null });
    }

    /** @param {import('../model/table.js').PlotTable} table @param {Set<string>} selected */
    rows(table, selected) {
        const { columns, selection } = this.state;
        const { from, to, above, below } = windowOf(table.plots, this.at.top, this.at.height, this.at.each);
        const all = selection.length > 0 && selection.length === table.plots;
        const lines = Array.from({ length: to - from }, (_, i) => table.rows[from + i - table.from]);
        return html`<div class="scroll" tabindex="0" @scroll=${this.scrolled} role="group" aria-label=${this.t('table.label')}>
            <table aria-rowcount=${table.plots}>
                <thead>
                    <tr>
                        <th class="check"><input type="checkbox" aria-label=${this.t('table.all')} .checked=${all}
                            @change=${() => (all ? this.desk.select([]) : this.desk.table.all())} /></th>
                        ${columns.map((column) => this.heading(column))}
                    </tr>
                </thead>
                <tbody>
                    ${gap(above, columns.length)}
                    ${lines.map((row) => (row ? this.row(row, selected.has(key(row)), table.zones) : waiting(columns.length)))}
                    ${gap(below, columns.length)}
                </tbody>
            </table>
            ${table.plots === 0 ? this.none() : nothing}
        </div>`;
    }

    /** Nothing passes the filter, or there is nothing yet. */
    none() {
        const { filter } = this.state;
        if (!Object.values(filter).some(Boolean)) return empty(this, this.t('table.empty'), 'draw', 'import');
        return html`<div class="empty"><p>${this.t('table.none')}</p>
            <p class="next"><button @click=${() => this.desk.table.filter({ text: '', layer: null, status: null, zone: null })}>${this.t('table.unfilter')}</button></p></div>`;
    }

    scrolled() {
        const window = this.querySelector('.scroll');
        if (!window) return;
        const each = window.querySelector('tbody tr:not(.gap)')?.getBoundingClientRect().height || this.at.each;
        this.at = { top: Math.max(0, window.scrollTop - HEAD_PX), height: window.clientHeight, each };
        this.requestUpdate();
    }

    /** @param {import('./table-cells.js').Column} column */
    heading(column) {
        const { sort } = this.state;
        const mine = sort.replace('-', '') === column;
        const order = sort.startsWith('-') ? 'descending' : 'ascending';
        return html`<th scope="col" class=${`col-${column}`} aria-sort=${mine ? order : 'none'}>
            <button @click=${() => this.desk.table.sortBy(mine ? (order === 'ascending' ? `-${column}` : column) : NUMBERS.has(column) ? `-${column}` : column)}>${this.t(`column.${column}`)}${icon('sort')}</button>
        </th>`;
    }

    /** @param {Row} row @param {boolean} selected @param {Record<string, string>} zones */
    row(row, selected, zones) {
        const ref = { layer: row.layer, id: row.id };
        const name = row.attributes.name || `#${row.id}`;
        return html`<tr aria-selected=${selected} @click=${(/** @type {MouseEvent} */ event) => this.pick(event, ref)}
            @mousedown=${(/** @type {MouseEvent} */ event) => event.shiftKey && event.preventDefault()}>
            <td class="check"><input type="checkbox" aria-label=${name} .checked=${selected}
                @change=${() => this.choose(ref, { add: true })} /></td>
            ${this.state.columns.map((column) => (column === 'name'
                ? html`<th scope="row"><button class="link" @click=${(/** @type {MouseEvent} */ event) => this.pick(event, ref, true)}>${name}</button></th>`
                : cell(this, column, row, zones)))}
        </tr>`;
    }

    /** Brings a plot before the person: a click only where it is not in sight, a double click always. @param {Ref} ref @param {boolean} ifUnseen */
    bring(ref, ifUnseen) {
        const { feature } = this.state;
        if (feature && key(feature) === key(ref)) this.desk.goTo({ ...placeOf(feature.geometry), ifUnseen });
    }

    /** @param {Ref} ref @param {{add?: boolean}} options */
    choose(ref, options) {
        this.anchor = ref;
        return this.desk.select([ref], options);
    }

    /**
     * A click on a row selects it; with Ctrl it joins the others, with Shift all from the last one clicked to it.
     * @param {MouseEvent} event @param {Ref} ref @param {boolean} [byName] the name itself, which is a button
     */
    pick(event, ref, byName = false) {
        if (!byName && /** @type {Element} */ (event.target).closest('input, button')) return;
        if (event.shiftKey && this.anchor) {
            void this.desk.table.range(this.anchor, ref);
            return;
        }
        const add = event.ctrlKey || event.metaKey;
        void this.choose(ref, { add }).then(() => add || this.bring(ref, event.detail < 2));
    }
}

/** Empty height in place of rows that are out of sight. @param {number} height pixels @param {number} columns */
const gap = (height, columns) => (height > 0 ? html`<tr class="gap"><td colspan=${columns + 1}><svg width="1" height=${height} aria-hidden="true"></svg></td></tr>` : nothing);

/** A row that is on its way. @param {number} columns */
const waiting = (columns) => html`<tr class="waiting" aria-busy="true"><td colspan=${columns + 1}></td></tr>`;
