import { BackdropsApi } from './api-backdrops.js';
import { IntakeApi } from './api-intake.js';
import { PhotosApi } from './api-photos.js';
import { PlotsApi } from './api-plots.js';
import { WaterApi } from './api-water.js';
import { WorksApi } from './api-works.js';
import { ApiProblem } from './model/problems.js';

/** @typedef {import('./model/types.js').Ref} Ref */

const RECONNECT_MS = 2000;

/** Every address of the server that the page uses. */
export class Api {
    /** @type {'zh'|'en'} the language of the server's sentences */
    locale = 'zh';

    /** Names this page, so that its newer check ends its older one. */
    #page = crypto.randomUUID();
    #checks = 0;
    /** The plan that this page shows: the server refuses what is meant for it once another is open. */
    #plan = '';
    /** @type {Map<string, Set<string>>} what each layer's features are made of; what else an item tells is read by other programs */
    #written = new Map();

    /** @param {string} base what stands before every address; empty in the browser */
    constructor(base = '') {
        this.base = base;
        this.backdrops = new BackdropsApi((path, init) => this.#ask(path, init));
        this.photos = new PhotosApi((path, init) => this.#ask(path, init));
        this.plots = new PlotsApi((path, init) => this.#ask(path, init));
        this.intake = new IntakeApi((path, init) => this.#ask(path, init), this.#page);
        this.water = new WaterApi((path, init) => this.#ask(path, init));
        this.works = new WorksApi((path, init) => this.#ask(path, init), this.#page);
    }

    /** @returns {Promise<import('./model/types.js').Plan>} */
    async plan() {
        const plan = await this.#get('/api/plan');
        this.#plan = plan.key;
        this.#written = new Map(plan.layers.map((/** @type {import('./model/types.js').Layer} */ { id, attributes }) => [id, new Set(attributes.map(({ name }) => name))]));
        return plan;
    }
    /** @returns {Promise<import('./model/types.js').Target[]>} */
    targets() {
        return this.#get('/api/targets');
    }

    /** What of each target lies on no constraint, by its id. @returns {Promise<Record<string, number>>} */
    sure() {
        return this.#get('/api/targets/sure');
    }
    /** What the rules say of the whole plan. @returns {Promise<import('./model/findings.js').Checked>} */
    findings() {
        return this.#get('/api/findings');
    }
    /** @param {Ref} ref @returns {Promise<import('./model/types.js').Feature>} */
    async feature(ref) {
        const [feature, ledger] = await Promise.all([
            this.#get(`${itemsPath(ref.layer)}/${ref.id}?f=json`),
            this.#get(`${featurePath(ref)}/ledger`),
        ]);
        const own = this.#own(ref.layer, feature);
        return ledger ? { ...own, ledger } : own;
    }
    /** What the plan keeps without a shape. @param {string} kind @returns {Promise<import('./model/types.js').Feature[]>} */
    records(kind) {
        return this.#get(`/api/records/${encodeURIComponent(kind)}`);
    }
    /** @param {Ref} ref @returns {Promise<import('./model/types.js').PastState[]>} */
    past(ref) {
        return this.#get(`${featurePath(ref)}/history`);
    }
    /** The polygons of a plot that count. @param {Ref} ref @returns {Promise<import('./model/types.js').Feature>} */
    net(ref) {
        return this.#get(`${featurePath(ref)}/net`);
    }
    /**
     * @param {string} layer @param {number[]} bbox west, south, east, north in degrees @param {number} limit
     * @param {AbortSignal} [signal] @returns {Promise<{features: import('./model/types.js').Feature[], numberMatched: number}>}
     */
    async features(layer, bbox, limit, signal) {
        const found = await this.#get(`${itemsPath(layer)}?f=json&bbox=${bbox.join(',')}&limit=${limit}`, signal);
        return { ...found, features: found.features.map((/** @type {import('./model/types.js').Feature} */ feature) => this.#own(layer, feature)) };
    }
    /** @param {string} q @returns {Promise<import('./model/types.js').Found[]>} */
    search(q) {
        return this.#get(`/api/search?q=${encodeURIComponent(q)}`);
    }
    /** @param {number} limit @returns {Promise<import('./model/types.js').HistoryLine[]>} */
    history(limit) {
        return this.#get(`/api/history?limit=${limit}`);
    }
    /** What was not taken of an edit in another program. @param {number} number @returns {Promise<import('./model/types.js').Wrote>} */
    told(number) {
        return this.#get(`/api/told/${number}`);
    }
    /** @param {string} author @returns {Promise<import('./model/types.js').UndoState>} */
    undoState(author) {
        return this.#get(`/api/undo?author=${encodeURIComponent(author)}`);
    }
    /**
     * @param {string} author @param {string} comment @param {import('./model/types.js').Change[]} changes
     * @param {string} id of this changeset: sent again with the same, it is written once
     * @returns {Promise<import('./model/types.js').Applied>}
     */
    apply(author, comment, changes, id) {
        return this.#post('/api/changesets', { id, author, comment, changes });
    }
    /** @param {string} author @returns {Promise<import('./model/types.js').Applied>} */
    undo(author) {
        return this.#post('/api/undo', { author });
    }
    /** @param {string} author @returns {Promise<import('./model/types.js').Applied>} */
    redo(author) {
        return this.#post('/api/redo', { author });
    }
    /** @param {Ref} ref @param {string} author @returns {Promise<import('./model/types.js').Applied>} */
    restore(ref, author) {
        return this.#post('/api/restore', { author, layer: ref.layer, id: ref.id });
    }
    /** The plans beside the open one. @returns {Promise<import('./model/new-plan.js').Neighbour[]>} */
    plans() {
        return this.#get('/api/plans');
    }
    /** @param {string} name of the list */
    openPlan(name) {
        return this.#post('/api/plans/open', { name });
    }
    /** @param {{id: string, identity: object, targets: object[], features: object[]}} plan @returns {Promise<{name: string}>} */
    makePlan(plan) {
        return this.#post('/api/plans', plan);
    }
    /** @param {number[]} bbox in degrees @param {import('./model/new-plan.js').LocalPlane} [local] that one alone @returns {Promise<import('./model/new-plan.js').PlaneOffer[]>} */
    planes(bbox, local) {
        return this.#get(`/api/planes?${new URLSearchParams({ bbox: bbox.join(','), ...local })}`);
    }
    /** @returns {Promise<import('./model/new-plan.js').Template[]>} */
    templates() {
        return this.#get('/api/templates');
    }
    /** What the plan can leave as. @returns {Promise<import('./model/exports.js').Format[]>} */
    formats() {
        return this.#get('/api/formats');
    }
    /** @param {object} draft @param {AbortSignal} [signal] @returns {Promise<import('./model/types.js').CheckAnswer>} */
    check(draft, signal) {
        const headers = { 'Content-Type': 'application/json', 'Greenplan-Check': `${this.#page}/${++this.#checks}` };
        return this.#ask('/api/check', { method: 'POST', headers, body: JSON.stringify(draft), signal });
    }

    /** Where a part of a draft lies that does not count. @param {object} draft @param {Record<string, string>} part @returns {Promise<import('./model/types.js').Geometry>} */
    taken(draft, part) {
        return this.#post(`/api/check/taken?${new URLSearchParams(part)}`, draft);
    }

    /** What a verb of editing would make of shapes; nothing is written. @param {string} verb @param {object} body @returns {Promise<any>} */
    reshape(verb, body) {
        return this.#post(`/api/reshape/${verb}`, body);
    }
    /** Numbers proposed for plots. @param {{plots: string[], pattern: string, first: number}} body @returns {Promise<{numbers: import('./model/numbering.js').Numbered[]}>} */
    numbering(body) {
        return this.#post('/api/numbering', body);
    }
    /** What plots count together. @param {string[]} plots `layer:id` @returns {Promise<import('./model/together.js').Together>} */
    accounts(plots) {
        return this.#post('/api/accounts', plots);
    }
    /** Where a part of them lies that does not count. @param {string[]} plots @param {Record<string, string>} part @returns {Promise<import('./model/types.js').Geometry>} */
    takenTogether(plots, part) {
        return this.#post(`/api/accounts/taken?${new URLSearchParams(part)}`, plots);
    }

    /**
     * Follows what is changed in the plan, by this page or any other, from a changeset on; `strange` when the plan has never had it.
     * @param {string} since its stamp
     * @param {{changed: (event: import('./model/types.js').ChangeEvent) => void, strange: (plan: string|null) => void, live: () => void, lost: () => void}} told
     * @returns {() => void} ends it
     */
    events(since, told) {
        let last = since;
        /** @type {EventSource} */
        let source;
        /** @type {ReturnType<typeof setTimeout>|undefined} */
        let again;
        const begin = () => {
            source = new EventSource(`${this.base}/api/events?since=${encodeURIComponent(last)}&plan=${this.#plan}`);
            source.addEventListener('changeset', (e) => {
                last = e.lastEventId;
                told.changed(JSON.parse(e.data));
            });
            source.addEventListener('reload', (e) => told.strange(JSON.parse(e.data).plan ?? null));
            source.addEventListener('open', told.live);
            source.addEventListener('error', () => {
                told.lost();
                // The browser tries again after a lost connection, but gives up after a refusal.
                if (source.readyState === EventSource.CLOSED) again = setTimeout(begin, RECONNECT_MS);
            });
        };
        begin();
        return () => {
            clearTimeout(again);
            source.close();
        };
    }

    /** A feature without what is counted of it: all that a page holds of it may be written. @param {string} layer @param {import('./model/types.js').Feature} feature */
    #own(layer, feature) {
        const names = this.#written.get(layer);
        if (!names) return feature;
        return { ...feature, properties: Object.fromEntries(Object.entries(feature.properties).filter(([name]) => names.has(name))) };
    }

    /** @param {string} path @param {AbortSignal} [signal] @returns {Promise<any>} */
    #get(path, signal) {
        return this.#ask(path, { signal });
    }

    /** @param {string} path @param {object} body @param {AbortSignal} [signal] @returns {Promise<any>} */
    #post(path, body, signal) {
        return this.#ask(path, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(body),
            signal,
        });
    }

    /** @param {string} path @param {RequestInit} init @returns {Promise<any>} */
    async #ask(path, init) {
        const headers = { 'Greenplan-Plan': this.#plan, ...init.headers, 'Accept-Language': this.locale };
        const response = await fetch(this.base + path, { ...init, headers });
        const type = response.headers.get('Content-Type') ?? '';
        if (response.ok) return type.includes('json') ? response.json() : null;
        if (type.includes('json')) throw new ApiProblem(await response.json());
        throw new ApiProblem({ type: 'about:blank', title: response.statusText, status: response.status, detail: '' });
    }
}

/** @param {Ref} ref */
function featurePath(ref) {
    return `/api/layers/${encodeURIComponent(ref.layer)}/features/${ref.id}`;
}

/** The features of a layer where every client reads them. @param {string} layer */
function itemsPath(layer) {
    return `/ogc/collections/${encodeURIComponent(layer)}/items`;
}
