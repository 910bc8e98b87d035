/** The addresses of the photos of a feature. */
export class PhotosApi {
    #ask;

    /** @param {(path: string, init: RequestInit) => Promise<any>} ask */
    constructor(ask) {
        this.#ask = ask;
    }

    /** @param {import('./model/types.js').Ref} ref @returns {Promise<import('./model/types.js').Feature[]>} */
    of(ref) {
        return this.#ask(path(ref), {});
    }

    /** @param {import('./model/types.js').Ref} ref @param {Blob} picture @param {{author: string, taken: string, note: string}} said @returns {Promise<import('./model/types.js').Applied>} */
    add(ref, picture, said) {
        const headers = { 'Content-Type': 'application/octet-stream' };
        return this.#ask(`${path(ref)}?${new URLSearchParams(said)}`, { method: 'POST', headers, body: picture });
    }
}

/** @param {import('./model/types.js').Ref} ref */
const path = ({ layer, id }) => `/api/layers/${encodeURIComponent(layer)}/features/${id}/photos`;
