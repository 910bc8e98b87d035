import { hasWork, kept } from './parked.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Draft} Draft */

const AFTER_MS = 300;
const SLOT = 'drafts.';

/**
 * Keeps what is drawn and not saved in the browser, so that a reload or a crash loses nothing. Every page has a slot of its own and
 * holds a lock of its name as long as it lives: the slots of pages that are gone belong to the next page that opens.
 */
export class DraftMemory {
    /** Whether the browser has taken what was to be kept. */
    safe = true;
    /** @type {ReturnType<typeof setTimeout>|null} */
    timer = null;

    /** @param {Desk} desk @param {{get: (key: string) => string|null, set: (key: string, value: string) => void, names: () => string[], drop: (key: string) => void}} memory */
    constructor(desk, memory) {
        this.desk = desk;
        this.memory = memory;
        this.slot = SLOT + crypto.randomUUID();
    }

    /** Brings back what pages that are gone have left of this plan, then keeps what this page does. */
    async start() {
        const mine = this.#held();
        const living = await pages();
        const slots = this.memory.names().filter((name) => name.startsWith(SLOT) && name !== this.slot && !living.has(name));
        const found = slots.flatMap((name) => this.#taken(name));
        if (found.length) this.desk.set({ parked: [...found, ...this.desk.state.parked] });
        this.desk.addEventListener('change', (event) => {
            const { keys } = /** @type {CustomEvent<{keys: Set<string>}>} */ (event).detail;
            if (keys.has('draft') || keys.has('parked')) this.timer ??= setTimeout(() => this.write(), AFTER_MS);
        });
        this.write();
        await mine;
    }

    /** Writes down what is in hand and what is kept aside. */
    write() {
        if (this.timer) clearTimeout(this.timer);
        this.timer = null;
        const { draft, tool, parked } = this.desk.state;
        const drafts = [...parked, ...(draft && hasWork(draft) ? [kept(draft, tool)] : [])];
        try {
            if (drafts.length) this.memory.set(this.slot, JSON.stringify({ plan: this.#plan(), drafts }));
            else this.memory.drop(this.slot);
            this.safe = true;
        } catch {
            // No room: the page asks before it goes, as long as there is work on it.
            this.safe = drafts.length === 0;
        }
    }

    /** The drafts of a slot, which is this page's from now on; those of another plan stay where they are. @param {string} name @returns {Draft[]} */
    #taken(name) {
        try {
            const { plan, drafts } = JSON.parse(this.memory.get(name) ?? '{}');
            if (plan !== this.#plan()) return [];
            this.memory.drop(name);
            return drafts;
        } catch {
            this.memory.drop(name);
            return [];
        }
    }

    #plan() {
        return this.desk.state.plan?.key ?? null;
    }

    /** Holds the page's lock until the page is gone; answers when it is held. @returns {Promise<void>} */
    #held() {
        if (!navigator.locks) return Promise.resolve();
        return new Promise((held) => void navigator.locks.request(this.slot, () => {
            held();
            return new Promise(() => {});
        }));
    }
}

/** The slots of pages that are open. @returns {Promise<Set<string>>} */
async function pages() {
    const { held = [] } = (await navigator.locks?.query()) ?? {};
    return new Set(held.map(({ name }) => name ?? ''));
}
