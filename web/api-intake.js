/**
 * The addresses of an import: files in, what is in them, what would change, and the changeset.
 * @typedef {(path: string, init: RequestInit) => Promise<any>} Ask
 */
export class IntakeApi {
    /** @param {Ask} ask @param {string} page name of this page, to which its imports belong */
    constructor(ask, page) {
        this.ask = ask;
        this.page = page;
    }

    /** @param {{blank?: boolean, lon?: number}} [options] blank for a plan that is not made yet @returns {Promise<{id: string}>} */
    begin(options = {}) {
        return this.#post('/api/intakes', { page: this.page, ...options });
    }
    /** @param {string} id @param {string} name @param {Blob} bytes @param {AbortSignal} signal */
    file(id, name, bytes, signal) {
        const init = { method: 'PUT', headers: { 'Content-Type': 'application/octet-stream' }, body: bytes, signal };
        return this.ask(`/api/intakes/${id}/files?name=${encodeURIComponent(name)}`, init);
    }
    /** @param {string} id @param {string} encoding @param {{file: string, layer: string, roles: Record<string, string>}[]} [columns] */
    survey(id, encoding, columns = []) {
        return this.#post(`/api/intakes/${id}/survey`, { encoding, columns });
    }
    /** @param {string} id @param {object[]} layers */
    preview(id, layers) {
        return this.#post(`/api/intakes/${id}/preview`, { layers });
    }
    /** @param {string} id @param {string} author @param {string} comment @param {object[]} layers */
    apply(id, author, comment, layers) {
        return this.#post(`/api/intakes/${id}/apply`, { author, comment, layers });
    }
    /** @param {string} id @returns {Promise<import('./model/intake.js').Answer>} */
    state(id) {
        return this.ask(`/api/intakes/${id}`, {});
    }
    /** What the last preview would write, whole. @param {string} id @returns {Promise<(import('./model/new-plan.js').Outline & {source: number, number: number})[]>} */
    shapes(id) {
        return this.ask(`/api/intakes/${id}/shapes`, {});
    }
    /** @param {string} id */
    cancel(id) {
        return this.ask(`/api/intakes/${id}/work`, { method: 'DELETE' });
    }
    /** @param {string} id */
    end(id) {
        return this.ask(`/api/intakes/${id}`, { method: 'DELETE', keepalive: true });
    }

    /** @param {string} path @param {object} body */
    #post(path, body) {
        return this.ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    }
}
