import { plotsBehind } from './figure.js';
import { attempt, tell } from './problems.js';
import { remember } from './settings.js';
import { placeOfBox } from './place.js';

/**
 * What the table knows of the plots: what those that pass the filter are together, and the rows around those in sight.
 * @typedef {import('../api-plots.js').Sums & {unknown: number, zones: Record<string, string>, from: number, rows: import('./types.js').Row[]}} PlotTable
 * @typedef {import('./types.js').Ref} Ref
 */

/** So many rows are asked for at once. */
export const WINDOW = 200;
/** So many plots can be selected at once. */
export const MOST = 5000;
/** Others may be changing the plan all the time: so long after a change the table is asked for anew. */
const PAUSE_MS = 300;

/** Keeps the table true to the plan, its filter and its order: one question at a time, and never for rows that nobody sees. */
export class Table {
    /** @type {Promise<void>|null} */
    #asking = null;
    /** @type {ReturnType<typeof setTimeout>|null} */
    #timer = null;
    #stale = false;
    /** The rows that are in sight; none while the table is closed. */
    #sight = { from: 0, count: 0 };

    /** @param {import('./desk.js').Desk} desk */
    constructor(desk) {
        this.desk = desk;
    }

    /** Which plots, in which order, as addresses spell it. @returns {import('../api-plots.js').Question} */
    get question() {
        const { filter, sort } = this.desk.state;
        /** @type {Record<string, string>} */
        const question = {};
        for (const [name, value] of Object.entries({ ...filter, text: filter.text.trim(), sort })) if (value) question[name] = value;
        return question;
    }

    /** @param {Partial<import('./types.js').Filter>} filter */
    filter(filter) {
        this.desk.set({ filter: { ...this.desk.state.filter, ...filter } });
        this.soon(150);
    }

    /** @param {string} sort a column, with a minus for falling */
    sortBy(sort) {
        this.desk.set({ sort });
        void this.load();
    }

    /** Which columns stand there, on this computer. @param {import('./types.js').State['columns']} columns */
    choose(columns) {
        remember(this.desk, { columns });
    }

    /** @param {boolean} dimmed whether all that does not pass the filter is dimmed on the map */
    dim(dimmed) {
        this.desk.set({ dimmed });
        void this.load();
    }

    /** Rows come into sight: those that are not here are asked for. @param {number} from @param {number} count */
    see(from, count) {
        this.#sight = { from, count };
        const { table } = this.desk.state;
        if (!table || (from >= table.from && from + count <= table.from + table.rows.length)) return;
        if (Math.min(table.plots, from + count) > table.from + table.rows.length || from < table.from) this.soon();
    }

    /** Asks a little later, once for all that changes meanwhile. */
    soon(pause = 60) {
        this.#timer ??= setTimeout(() => void this.load(), pause);
    }

    /** After a change of the plan. */
    changed() {
        if (this.desk.state.table) this.soon(PAUSE_MS);
        else void this.load();
    }

    /** Asks now; the promise ends with the answer that is under way. @returns {Promise<void>} */
    load() {
        if (this.#timer) clearTimeout(this.#timer);
        this.#timer = null;
        if (this.#asking) {
            this.#stale = true;
            return this.#asking;
        }
        this.#stale = false;
        this.#asking = attempt(this.desk, () => this.#ask()).then(() => {
            this.#asking = null;
            if (this.#stale) return this.load();
        });
        return this.#asking;
    }

    async #ask() {
        const { from, count } = this.#sight;
        const offset = Math.max(0, from - Math.floor((WINDOW - count) / 2));
        const answer = await this.desk.api.plots.page(this.question, offset, count > 0 ? WINDOW : 0);
        this.desk.set({ table: { ...answer, from: offset } });
        await this.#alone();
    }

    /** The plots behind a number, or those that pass the filter while the rest of the map is dimmed. */
    async #alone() {
        const { conditions, dimmed } = this.desk.state;
        const before = this.desk.state.figure;
        if (!conditions.length && !dimmed) return before && this.desk.set({ figure: null });
        const figure = await plotsBehind(this.desk.api, conditions.length ? conditions : this.question);
        this.desk.set({ figure });
        // A link is looked at where its plots lie.
        if (!before && conditions.length && figure.bbox) this.desk.goTo(placeOfBox(figure.bbox));
        if (!before && conditions.length && figure.plots === 1 && figure.refs.length) await this.desk.select(figure.refs);
    }

    /** Selects the plots from one to another in the order of the table. @param {Ref} from @param {Ref} to */
    async range(from, to) {
        const found = await attempt(this.desk, () => this.desk.api.plots.range(this.question, from, to));
        if (found) await this.#select(found);
    }

    /** Selects all plots that pass the filter. */
    async all() {
        const found = await attempt(this.desk, () => this.desk.api.plots.refs(this.question, MOST));
        if (found) await this.#select(found);
    }

    /** @param {{whole: boolean, refs: Ref[]}} found */
    async #select({ whole, refs }) {
        if (!whole) {
            tell(this.desk, 'too-many', {
                zh: `一次最多选择 ${MOST} 个地块：已选前 ${refs.length} 个。`,
                en: `At most ${MOST} plots can be selected at once: the first ${refs.length} are.`,
            });
        }
        await this.desk.select(refs);
    }
}
