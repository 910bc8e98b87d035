import { ApiProblem } from './model/problems.js';

/** The addresses of a search for works, which takes long: it is begun, looked at, and called off. */
export class WorksApi {
    #ask;
    #page;

    /** @param {(path: string, init: RequestInit) => Promise<any>} ask @param {string} page names this page: its newer search ends its older one */
    constructor(ask, page) {
        this.#ask = ask;
        this.#page = page;
    }

    /** @param {import('./model/works.js').Question} question @returns {Promise<{id: string}>} */
    begin(question) {
        const headers = { 'Content-Type': 'application/json' };
        return this.#ask('/api/water/works', { method: 'POST', headers, body: JSON.stringify({ ...question, page: this.#page }) });
    }

    /** @param {string} id @returns {Promise<import('./model/works.js').State>} */
    state(id) {
        return this.#ask(`/api/water/works/${id}`, {});
    }

    /** @param {string} id */
    cancel(id) {
        return this.#ask(`/api/water/works/${id}`, { method: 'DELETE' });
    }

    /** What keeps a file from being written: nothing where it is there. @param {string} path @returns {Promise<{feature: string, attribute: string, what: import('./model/types.js').Words}[]>} */
    async findings(path) {
        try {
            await this.#ask(path, {});
            return [];
        } catch (failure) {
            const findings = failure instanceof ApiProblem ? failure.document.findings : undefined;
            if (findings) return findings;
            throw failure;
        }
    }
}
