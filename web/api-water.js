/** The addresses of the water network and what is judged of it. */
export class WaterApi {
    #ask;

    /** @param {(path: string, init: RequestInit) => Promise<any>} ask */
    constructor(ask) {
        this.#ask = ask;
    }

    /** @returns {Promise<import('./model/water.js').Network>} */
    network() {
        return this.#ask('/api/water/network', {});
    }

    /** @param {string} state @param {string} year @param {boolean} quick without what takes long @returns {Promise<import('./model/water.js').Judgement>} */
    verdict(state, year, quick) {
        return this.#ask(`/api/water/verdict?${new URLSearchParams({ state, year, quick: String(quick) })}`, {});
    }

    /** Why a lake is short. @param {string} state @param {string} year @param {string} feature @param {number} month 0 for the worst @returns {Promise<import('./model/water.js').Why>} */
    why(state, year, feature, month) {
        return this.#ask(`/api/water/why?${new URLSearchParams({ state, year, feature, month: month ? String(month) : '' })}`, {});
    }

    /** @param {string} state @param {string} year @returns {Promise<import('./model/influence.js').Influence>} */
    influence(state, year) {
        return this.#ask(`/api/water/influence?${new URLSearchParams({ state, year })}`, {});
    }

    /** What each link and pump is worth. @param {string} state @param {string} year @returns {Promise<import('./model/removals.js').Removals>} */
    removals(state, year) {
        return this.#ask(`/api/water/removals?${new URLSearchParams({ state, year })}`, {});
    }

    callOffInfluence() {
        return this.#ask('/api/water/influence', { method: 'DELETE' });
    }

    /** What a line would join as it is drawn. @param {string} layer @param {number} id 0 for a new one @param {object} feature @returns {Promise<import('./model/types.js').Joins>} */
    joins(layer, id, feature) {
        return this.#post(`/api/water/joins?${new URLSearchParams({ layer, id: String(id) })}`, feature);
    }

    /** The ground along a line of the network. @param {string} line @returns {Promise<import('./model/types.js').Profile>} */
    ground(line) {
        return this.#ask(`/api/water/profile?${new URLSearchParams({ line })}`, {});
    }

    /** @param {{state: string, year: string, close: string[], without: string[], scale: {id: string, factor: number}[]}} question @returns {Promise<import('./model/water.js').Judgement>} */
    tried(question) {
        return this.#post('/api/water/try', question);
    }

    /** @param {string} path @param {object} body @returns {Promise<any>} */
    #post(path, body) {
        return this.#ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    }
}
