/**
 * The addresses of the table of plots: a window of it, the place of a plot in it, sums. Nothing asks for all of it.
 * @typedef {import('./model/types.js').Ref} Ref
 * @typedef {import('./model/types.js').Row} Row
 * @typedef {import('./model/types.js').Areas} Areas
 * @typedef {Record<string, string>} Question which plots, in which order, as the address spells it
 * @typedef {{plots: number, gross: Areas, net: Areas, lengthM: number}} Sums
 */
export class PlotsApi {
    /** @param {(path: string, init: RequestInit) => Promise<any>} ask */
    constructor(ask) {
        this.ask = ask;
    }

    /** @param {Question} question @param {number} offset @param {number} limit @returns {Promise<Sums & {unknown: number, rows: Row[], zones: Record<string, string>}>} */
    page(question, offset, limit) {
        return this.#get('page', { ...question, offset: String(offset), limit: String(limit) });
    }
    /** How many plots stand before one; null where the question lets it through no more. @param {Question} question @param {Ref} ref @returns {Promise<number|null>} */
    async place(question, ref) {
        return (await this.#get('place', { ...question, of: key(ref) })).place;
    }
    /** The plots from one to another, `whole` unless they are too many. @param {Question} question @param {Ref} from @param {Ref} to @returns {Promise<{whole: boolean, refs: Ref[]}>} */
    async range(question, from, to) {
        const answer = await this.#get('range', { ...question, from: key(from), to: key(to) });
        return { ...answer, refs: refsOf(answer.refs) };
    }
    /** Which plots these are, with the box around them. @param {Question} question @param {number} [limit] @returns {Promise<Sums & {whole: boolean, refs: Ref[], bbox: [number, number, number, number]|null}>} */
    async refs(question, limit) {
        const answer = await this.#get('refs', { ...question, ...(limit ? { limit: String(limit) } : {}) });
        return { ...answer, refs: refsOf(answer.refs) };
    }
    /** Plots that are named, and their sums. @param {Ref[]} refs @returns {Promise<Sums & {rows: Row[]}>} */
    some(refs) {
        return this.ask('/api/plots/some', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(refs.map(key)) });
    }

    /** @param {string} what @param {Question} question */
    #get(what, question) {
        return this.ask(`/api/plots/${what}?${new URLSearchParams(question)}`, {});
    }
}

/** @param {Ref} ref */
const key = ({ layer, id }) => `${layer}:${id}`;

/** @param {Record<string, number[]>} byLayer @returns {Ref[]} */
const refsOf = (byLayer) => Object.entries(byLayer).flatMap(([layer, ids]) => ids.map((id) => ({ layer, id })));
