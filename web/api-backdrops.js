/** The addresses of what lies under the plan. */
export class BackdropsApi {
    #ask;

    /** @param {(path: string, init: RequestInit) => Promise<any>} ask */
    constructor(ask) {
        this.#ask = ask;
    }

    /** @param {import('./model/backdrops.js').Service} service @returns {Promise<import('./model/types.js').Basemap[]>} */
    add(service) {
        return this.#ask('/api/basemaps', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(service) });
    }

    /** @param {File} file @returns {Promise<import('./model/types.js').Basemap[]>} */
    send(file) {
        const headers = { 'Content-Type': 'application/octet-stream' };
        return this.#ask(`/api/basemaps/files?name=${encodeURIComponent(file.name)}`, { method: 'PUT', headers, body: file });
    }

    /** Has a file opened, so that its box is known. @param {string} id @returns {Promise<import('./model/types.js').Basemap[]>} */
    look(id) {
        return this.#ask(`/api/basemaps/${encodeURIComponent(id)}`, {});
    }

    /** @param {string} id @param {{plane: string, method: string, points: import('./model/scan.js').Pair[]}} body @returns {Promise<import('./model/types.js').Basemap[]>} */
    points(id, body) {
        const headers = { 'Content-Type': 'application/json' };
        return this.#ask(`/api/basemaps/${encodeURIComponent(id)}/points`, { method: 'PUT', headers, body: JSON.stringify(body) });
    }

    /** @param {string} id @returns {Promise<import('./model/types.js').Basemap[]>} */
    remove(id) {
        return this.#ask(`/api/basemaps/${encodeURIComponent(id)}`, { method: 'DELETE' });
    }
}
