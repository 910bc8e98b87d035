import { plotsBehind } from './figure.js';
import { attempt } from './problems.js';
import { listOf } from './roles.js';

/** From so many plots on the table is megabytes, and is not fetched anew with every change. */
const MANY = 5000;
const PAUSE_MS = 5000;

/** Keeps the table of plots fresh: one question at a time, and for a very large plan one after a pause. */
export class Rows {
    /** @type {Promise<void>|null} */
    #asking = null;
    /** @type {ReturnType<typeof setTimeout>|null} */
    #timer = null;
    #stale = false;

    /** @param {import('./desk.js').Desk} desk */
    constructor(desk) {
        this.desk = desk;
    }

    /** Asks now or soon; the promise ends with the answer that is under way. */
    async load() {
        if (this.#asking) {
            this.#stale = true;
            return this.#asking;
        }
        if (this.desk.state.rows.length > MANY) {
            this.#timer ??= setTimeout(() => this.#ask(), PAUSE_MS);
            return undefined;
        }
        return this.#ask();
    }

    #ask() {
        this.#timer = null;
        this.#stale = false;
        this.#asking = attempt(this.desk, async () => {
            const rows = await this.desk.api.plots();
            const { conditions, plan } = this.desk.state;
            this.desk.set({ rows, figure: conditions.length ? plotsBehind(conditions, rows, listOf(plan, 'status')) : null });
        }).then(() => {
            this.#asking = null;
            if (this.#stale) void this.load();
        });
        return this.#asking;
    }
}
