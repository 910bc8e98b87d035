/**
 * What a list of a record looks like; a plain list has one column.
 * @typedef {{name: string, title: import('./types.js').Words, unit: string|null, min: number|null, max: number|null, open: boolean}} ListColumn
 * @typedef {{table: boolean, length: number|null, months: boolean, sortedBy: string|null, maxRows: number, columns: ListColumn[]}} ListForm
 * @typedef {number|string|null} Cell a number, nothing yet, or what was typed and is no number
 * @typedef {{kind: string, values?: Record<string, string|number>}} CellFault what is wrong, and the figures it is said with
 */

const NUMBER = /^[+-]?(\d+|\d+(,\d{3})+|\d+( \d{3})+)?(\.\d*)?(e[+-]?\d+)?$/i;
/** What tables have where there is nothing: never a zero. */
const BLANK = /^([-–—/]+|\.\.\.|…)?$/;

/** @param {string} text */
const narrow = (text) => text.normalize('NFKC').replace(/\u2212/g, '-').replace(/\s+/g, ' ').trim();

/**
 * What somebody typed or pasted, with full-width digits and thousands set apart, with its unit or without; what is no number stays as it was typed.
 * @param {string} text @param {string|null} [unit] @returns {Cell}
 */
export function read(text, unit = null) {
    const said = narrow(text);
    const plain = unit && said.endsWith(narrow(unit)) ? said.slice(0, -narrow(unit).length).trim() : said;
    if (BLANK.test(plain)) return null;
    const number = NUMBER.test(plain) && /\d/.test(plain) ? Number(plain.replace(/[, ]/g, '')) : NaN;
    return Number.isFinite(number) ? number : text.trim();
}

/** @param {Cell|undefined} cell */
const isBlank = (cell) => cell === null || cell === undefined || cell === '';
/** @param {Cell[]} row */
const isEmpty = (row) => row.every(isBlank);

/** The cells that the page shows, with an empty row behind the last where there may be more. @param {ListForm} form @param {unknown} value @returns {Cell[][]} */
export function rows(form, value) {
    const entries = Array.isArray(value) ? value : [];
    const cells = entries.map((entry) => form.table ? form.columns.map(({ name }) => entry?.[name] ?? null) : [entry ?? null]);
    while (cells.length < (form.length ?? 0)) cells.push([null]);
    if (form.length === null && cells.length < form.maxRows) cells.push(form.columns.map(() => null));
    return cells;
}

/** The value that cells stand for: empty rows of a table are none, and where all is blank there is nothing. @param {ListForm} form @param {Cell[][]} cells */
export function valueOf(form, cells) {
    if (cells.every(isEmpty)) return null;
    if (form.table) {
        return cells.filter((row) => !isEmpty(row)).map((row) => Object.fromEntries(form.columns.map(({ name }, i) => [name, row[i]])));
    }
    const last = form.length ?? cells.findLastIndex((row) => !isEmpty(row)) + 1;
    return cells.slice(0, last).map(([cell]) => cell);
}

/** One cell changed. @param {ListForm} form @param {Cell[][]} cells @param {number} row @param {number} column @param {Cell} cell */
export function changed(form, cells, row, column, cell) {
    return valueOf(form, cells.map((each, i) => (i === row ? each.map((old, j) => (j === column ? cell : old)) : each)));
}

/** @param {ListForm} form @param {Cell[][]} cells @param {number} row */
export function without(form, cells, row) {
    return valueOf(form, cells.filter((_, i) => i !== row));
}

/** A range of a spreadsheet, or numbers one after the other. @param {string} text @returns {Cell[][]} */
export function pasted(text) {
    const lines = text.replace(/\r/g, '').replace(/\n+$/, '').split('\n');
    const words = lines.length === 1 && !text.includes('\t') ? text.trim().split(/[\s、;；]+/) : [];
    const many = words.length > 2 && words.every((word) => typeof read(word) !== 'string');
    return many ? [words.map((word) => read(word))] : lines.map((line) => line.split('\t').map((cell) => read(cell)));
}

/** @param {Cell[][]} cells */
const turned = (cells) => cells[0].map((_, i) => cells.map((row) => row[i] ?? null));
/** Names, units and months, but nothing that might be meant for a figure. @param {Cell[]} line */
const isHead = (line) => !isEmpty(line) && line.every((cell) => isBlank(cell) || (typeof cell === 'string' && /^(\d{1,2} ?月|[^\d+.,-])/.test(narrow(cell))));
/** Months by their numbers above or beside the figures. @param {ListForm} form @param {Cell[]} line */
const isMonths = (form, line) => form.months && line.length === 12 && line.every((cell, i) => cell === i + 1);

/** Without what only names lines and columns. @param {ListForm} form @param {Cell[][]} cells */
function figures(form, cells) {
    let rest = cells;
    for (let turn = 0; turn < 2; turn++) {
        while (rest.length > 1 && (isHead(rest[0]) || (rest.length === 2 && isMonths(form, rest[0])))) rest = rest.slice(1);
        rest = turned(rest);
    }
    return rest;
}

/**
 * Lays a pasted range over the cells from one of them on, lines as columns where it only fits so.
 * @param {ListForm} form @param {Cell[][]} cells @param {number} row @param {number} column @param {Cell[][]} range
 * @returns {{value: unknown, over: number}} the value, and how many figures found no place
 */
export function laid(form, cells, row, column, range) {
    const given = figures(form, range);
    const width = form.table ? form.columns.length - column : 1;
    const lies = form.table && given[0].length > width && given.length <= width;
    const lines = form.table ? (lies ? turned(given) : given) : given.flat().map((cell) => [cell]);
    const most = form.length ?? form.maxRows;
    const all = cells.map((each) => [...each]);
    let over = 0;
    lines.forEach((line, i) => line.forEach((cell, j) => {
        if (row + i >= most || j >= width) {
            over += isBlank(cell) ? 0 : 1;
            return;
        }
        while (all.length <= row + i) all.push(form.columns.map(() => null));
        all[row + i][column + j] = typeof cell === 'string' ? read(cell, form.columns[column + j].unit) : cell;
    }));
    return { value: valueOf(form, all), over };
}

/** What is wrong, by cell (`row` or `row.column`). @param {ListForm} form @param {Cell[][]} cells @param {boolean} whole whether what is missing counts, too */
export function faults(form, cells, whole) {
    /** @type {Map<string, CellFault>} */
    const found = new Map();
    const filled = cells.some((row) => !isEmpty(row));
    cells.forEach((row, i) => form.columns.forEach((column, j) => {
        const fault = isBlank(row[j])
            ? whole && !column.open && (form.table ? !isEmpty(row) : filled && i < (form.length ?? cells.length - 1)) ? { kind: 'missing' } : null
            : wrong(column, row[j], column.name === form.sortedBy ? cells[i - 1]?.[j] : null);
        if (fault) found.set(keyOf(form, i, j), fault);
    }));
    return found;
}

/** @param {ListColumn} column @param {Cell} cell @param {Cell} [before] what it must be above @returns {CellFault|null} */
function wrong({ min, max }, cell, before) {
    if (typeof cell !== 'number') return { kind: 'unreadable' };
    if (min !== null && cell < min) return { kind: 'below', values: { min } };
    if (max !== null && cell > max) return { kind: 'above', values: { max } };
    return typeof before === 'number' && cell <= before ? { kind: 'order', values: { before } } : null;
}

/** Where two lists have not the same, as `row.column` by number. @param {ListForm} form @param {unknown} one @param {unknown} other @returns {Set<string>} */
export function differing(form, one, other) {
    const [mine, theirs] = [rows(form, one), rows(form, other)];
    const found = new Set();
    for (let row = 0; row < Math.max(mine.length, theirs.length); row++) {
        form.columns.forEach((_, column) => {
            if ((mine[row]?.[column] ?? null) !== (theirs[row]?.[column] ?? null)) found.add(`${row}.${column}`);
        });
    }
    return found;
}

/** @param {ListForm} form @param {number} row @param {number} column */
export const keyOf = (form, row, column) => (form.table ? `${row}.${form.columns[column].name}` : String(row));

/** Which attribute and which cell a problem names. @param {string|undefined} field @returns {{name: string, cell: string|null}|null} */
export function faultPlace(field) {
    const [, name, row, column] = /(?:^|[./])([a-z]\w*)(?:\[(\d+)\](?:\.(\w+))?)?$/.exec(field ?? '') ?? [];
    return name ? { name, cell: row === undefined ? null : column ? `${row}.${column}` : row } : null;
}

/** Sum and mean of a plain list, and how many of its cells are open. @param {Cell[][]} cells */
export function sums(cells) {
    const numbers = cells.flat().filter((cell) => typeof cell === 'number');
    const sum = numbers.reduce((a, b) => a + b, 0);
    return { sum, mean: numbers.length ? sum / numbers.length : 0, known: numbers.length, open: cells.flat().filter(isBlank).length };
}
