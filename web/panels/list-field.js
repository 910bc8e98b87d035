import { html, nothing } from 'lit';
import { changed, faults, keyOf, laid, pasted, read, rows, sums, without } from '../model/lists.js';
import { number } from '../model/units.js';
import { icon } from './icon.js';

/** @typedef {import('./panel.js').Panel} Panel */
/** @typedef {import('../model/types.js').Attribute} Attribute */
/** @typedef {import('../model/lists.js').ListForm} ListForm */
/** @typedef {import('../model/lists.js').Cell} Cell */
/** @typedef {import('./field.js').Filled} Filled */
/** What a cell is drawn of. @typedef {{panel: Panel, attribute: Attribute, list: ListForm, filled: Filled, cells: Cell[][], wrong: Map<string, string>}} Sheet */

/**
 * A list of numbers as a small sheet: twelve months side by side, or a row for each line of a table.
 * @param {Panel} panel @param {Attribute} attribute @param {ListForm} list @param {Filled} filled
 */
export function listField(panel, attribute, list, filled) {
    const cells = rows(list, filled.value);
    const wrong = new Map([...faults(list, cells, filled.tried ?? false)].map(([key, fault]) => [key, panel.t(`field.${fault.kind}`, fault.values)]));
    if (filled.fault && filled.cell) wrong.set(filled.cell, filled.fault);
    const sheet = { panel, attribute, list, filled, cells, wrong };
    const first = [...wrong][0];
    return html`<div class="field wide list ${first || filled.fault ? 'faulty' : ''}" role="group" aria-label=${panel.words(attribute.title)}>
        <p class="name">
            ${panel.words(attribute.title)}
            ${attribute.unit ? html`<small>${attribute.unit}</small>` : nothing}
            ${attribute.required ? html`<abbr title=${panel.t('field.required')}>*</abbr>` : nothing}
            ${list.table ? nothing : total(sheet)}
        </p>
        ${list.table ? table(sheet) : line(sheet)}
        ${filled.over ? html`<p class="hint" role="status">${panel.t('list.over', { count: filled.over })}</p>` : nothing}
        ${filled.fault && !filled.cell ? html`<p class="fault">${filled.fault}</p>` : nothing}
        ${first ? html`<p class="fault">${place(sheet, first[0])} ${first[1]}</p>` : nothing}
    </div>`;
}

/** @param {Sheet} sheet */
function line(sheet) {
    return html`<div class="cells">${sheet.cells.map((_, row) => html`<label><span>${head(sheet.panel, sheet.list, row)}</span>${cell(sheet, row, 0)}</label>`)}</div>`;
}

/** @param {Sheet} sheet */
function table(sheet) {
    const { panel, list, cells, filled } = sheet;
    const last = cells.length - 1;
    return html`<div class="rows"><table>
        <thead><tr>
            ${list.columns.map(({ title, unit }) => html`<th scope="col">${panel.words(title)}${unit ? html` <small>${unit}</small>` : nothing}</th>`)}
            <td></td>
        </tr></thead>
        <tbody>${cells.map((each, row) => html`<tr>
            ${each.map((_, column) => html`<td>${cell(sheet, row, column)}</td>`)}
            <td>${row === last
                ? nothing
                : html`<button type="button" class="ghost small" tabindex="-1" aria-label=${panel.t('list.remove', { row: row + 1 })}
                      @click=${() => filled.change(without(list, cells, row))}>${icon('close')}</button>`}</td>
        </tr>`)}</tbody>
    </table></div>`;
}

/** @param {Sheet} sheet @param {number} row @param {number} column */
function cell(sheet, row, column) {
    const { list, cells, wrong, filled } = sheet;
    const fault = wrong.get(keyOf(list, row, column));
    const name = place(sheet, keyOf(list, row, column));
    return html`<input class="cell num" inputmode="decimal" autocomplete="off" aria-label=${name} aria-invalid=${fault !== undefined} title=${fault ?? nothing}
        .value=${String(cells[row][column] ?? '')}
        @focus=${(/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target).select()}
        @change=${(/** @type {Event} */ event) => filled.change(changed(list, cells, row, column, read(/** @type {HTMLInputElement} */ (event.target).value, list.columns[column].unit)))}
        @keydown=${walk}
        @paste=${(/** @type {ClipboardEvent} */ event) => paste(sheet, row, column, event)} />`;
}

/** A range of a spreadsheet goes into many cells, a single figure into its own. @param {Sheet} sheet @param {number} row @param {number} column @param {ClipboardEvent} event */
function paste({ list, cells, filled }, row, column, event) {
    const range = pasted(event.clipboardData?.getData('text/plain') ?? '');
    if (range.length === 1 && range[0].length === 1 && typeof range[0][0] === 'string') return;
    event.preventDefault();
    const { value, over } = laid(list, cells, row, column, range);
    filled.change(value, over);
}

const STEPS = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1], Enter: [0, 1] });

/** Arrows go from cell to cell as the eye sees them; inside a figure they stay with it. @param {KeyboardEvent} event */
function walk(event) {
    const from = /** @type {HTMLInputElement} */ (event.target);
    const [x, y] = STEPS[event.key] ?? [0, 0];
    if ((!x && !y) || event.isComposing) return;
    const [start, end, most] = [from.selectionStart ?? 0, from.selectionEnd ?? 0, from.value.length];
    const whole = start === 0 && end === most;
    if (x && !whole && (x < 0 ? end > 0 : start < most)) return;
    event.preventDefault();
    const all = /** @type {HTMLInputElement[]} */ ([...(from.closest('.list')?.querySelectorAll('input.cell') ?? [])]);
    (x ? all[all.indexOf(from) + x] : over(all, from, y))?.focus();
}

/** The cell above or below, the nearest to the eye. @param {HTMLInputElement[]} all @param {HTMLInputElement} from @param {number} y */
function over(all, from, y) {
    const here = from.getBoundingClientRect();
    const boxes = all.map((one) => ({ one, box: one.getBoundingClientRect() })).filter(({ box }) => y * (box.top - here.top) > here.height / 2);
    const next = boxes.map(({ box }) => Math.abs(box.top - here.top));
    const nearest = boxes.filter(({ box }) => Math.abs(box.top - here.top) === Math.min(...next));
    return nearest.sort((a, b) => Math.abs(a.box.left - here.left) - Math.abs(b.box.left - here.left))[0]?.one;
}

/** What stands above a cell of a plain list. @param {Panel} panel @param {ListForm} list @param {number} row */
function head(panel, list, row) {
    return list.months ? new Intl.DateTimeFormat(panel.locale, { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2001, row, 1)) : String(row + 1);
}

/** @param {Sheet} sheet @param {string} key */
function place({ panel, list }, key) {
    const [row, name] = key.split('.');
    return cellName(panel, list, Number(row), list.columns.findIndex((column) => column.name === name));
}

/** What people call a cell. @param {Panel} panel @param {ListForm} list @param {number} row @param {number} column */
export function cellName(panel, list, row, column) {
    return list.table ? panel.t('list.cell', { row: row + 1, column: panel.words(list.columns[column]?.title) }) : head(panel, list, row);
}

/** @param {Sheet} sheet */
function total({ panel, cells, list }) {
    const { sum, mean, known } = sums(cells);
    if (known < 2) return nothing;
    const open = list.length === null ? 0 : list.length - known;
    const shown = (/** @type {number} */ value) => number(value, Math.abs(value) < 100 ? 2 : 1, panel.locale);
    return html`<small class="num total">${panel.t(open ? 'list.totalOpen' : 'list.total', { sum: shown(sum), mean: shown(mean), open })}</small>`;
}
