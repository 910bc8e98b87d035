/**
 * Asks the server what a shape would count while the hand is still drawing: at most ten times a second, the latest shape
 * wins, and an answer is shown only if nothing newer was answered and nothing was cancelled since.
 *
 * @template Shape, Answer
 */
export class CheckQueue {
    /** @type {Shape|null} the latest shape not yet asked about */
    #waiting = null;
    /** @type {ReturnType<typeof setTimeout>|null} */
    #timer = null;
    /** @type {AbortController|null} */
    #asking = null;
    #lastAskedAt = -Infinity;
    #generation = 0;

    /**
     * @param {(shape: Shape, signal: AbortSignal) => Promise<Answer>} ask
     * @param {(answer: Answer|null, problem: unknown) => void} show told the answer, or null and what went wrong
     * @param {number} everyMs least time between two questions
     */
    constructor(ask, show, everyMs = 100) {
        this.ask = ask;
        this.show = show;
        this.everyMs = everyMs;
    }

    /** @param {Shape} shape */
    submit(shape) {
        this.#waiting = shape;
        this.#schedule();
    }

    /** Forgets what waits and what is under way; no answer is shown any more. */
    cancel() {
        this.#waiting = null;
        this.#generation++;
        if (this.#timer) clearTimeout(this.#timer);
        this.#timer = null;
        this.#asking?.abort();
        this.#asking = null;
    }

    /** True while a question waits or is under way. */
    get busy() {
        return this.#waiting !== null || this.#asking !== null;
    }

    #schedule() {
        // One question at a time: a slow server is never given a pile of shapes nobody looks at any more.
        if (this.#timer || this.#asking) return;
        const wait = Math.max(0, this.#lastAskedAt + this.everyMs - Date.now());
        this.#timer = setTimeout(() => {
            this.#timer = null;
            void this.#send();
        }, wait);
    }

    async #send() {
        const shape = this.#waiting;
        if (shape === null) return;
        const generation = this.#generation;
        const asking = new AbortController();
        this.#waiting = null;
        this.#asking = asking;
        this.#lastAskedAt = Date.now();
        /** @type {[Answer|null, unknown]} */
        let told;
        try {
            told = [await this.ask(shape, asking.signal), null];
        } catch (problem) {
            told = [null, problem];
        }
        if (generation !== this.#generation) return;
        this.#asking = null;
        if (this.#waiting !== null) this.#schedule();
        this.show(...told);
    }
}
