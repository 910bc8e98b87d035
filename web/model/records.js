import { untilTaken } from './again.js';
import { applied } from './plots.js';
import { ApiProblem, attempt, show } from './problems.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Feature} Feature */
/** @typedef {import('./types.js').Attributes} Attributes */

/**
 * The records of a kind that lie open: the plan's identity or its targets.
 * @typedef {object} Records
 * @property {string} kind
 * @property {Feature[]} list
 * @property {number|null} id the record in the form; null for a new one
 * @property {number} version of that record when the form was filled; 0 for a new one
 * @property {Attributes} values of the form
 * @property {boolean} dirty
 * @property {import('./types.js').ProblemDocument|null} problem why it was not saved
 */

/** Lays the records of a kind open, the first of them in the form. @param {Desk} desk @param {string} kind */
export async function open(desk, kind) {
    const list = await attempt(desk, () => desk.api.records(kind));
    if (!list) return;
    desk.set({ records: filled({ kind, list, id: null, version: 0, values: {}, dirty: false, problem: null }, list[0] ?? null, desk) });
}

/** @param {Desk} desk */
export function close(desk) {
    desk.set({ records: null });
}

/** Takes another record into the form; null for a new one. @param {Desk} desk @param {number|null} id */
export function choose(desk, id) {
    const { records } = desk.state;
    if (!records) return;
    desk.set({ records: filled(records, records.list.find((record) => record.id === id) ?? null, desk) });
}

/** @param {Records} records @param {Feature|null} record @param {Desk} desk @returns {Records} */
function filled(records, record, desk) {
    const attributes = desk.state.plan?.records.find(({ id }) => id === records.kind)?.attributes ?? [];
    const fresh = Object.fromEntries(attributes.filter((a) => a.default != null).map((a) => [a.name, a.default]));
    return { ...records, id: record?.id ?? null, version: record?.version ?? 0, values: record ? { ...record.properties } : fresh, dirty: false, problem: null };
}

/** @param {Desk} desk @param {string} name @param {unknown} value */
export function fill(desk, name, value) {
    const { records } = desk.state;
    if (!records || (records.values[name] ?? null) === (value ?? null)) return;
    desk.set({ records: { ...records, values: { ...records.values, [name]: value }, dirty: true } });
}

/** @param {Desk} desk */
export function save(desk) {
    const { records } = desk.state;
    if (!records) return Promise.resolve();
    const { kind, id, version, values } = records;
    const feature = { type: 'Feature', properties: values, geometry: null };
    return write(desk, id === null ? { op: 'create', layer: kind, feature } : { op: 'replace', layer: kind, id, version, feature });
}

/** @param {Desk} desk */
export function remove(desk) {
    const { records } = desk.state;
    if (!records || records.id === null) return Promise.resolve();
    return write(desk, { op: 'delete', layer: records.kind, id: records.id, version: records.version });
}

/** What was refused stays in the form, with the reason. @param {Desk} desk @param {import('./types.js').Change} change */
async function write(desk, change) {
    if (desk.state.saving) return;
    desk.set({ saving: true });
    try {
        const answer = await untilTaken(desk, (id) => desk.api.apply(desk.state.author || '—', '', [change], id));
        await applied(desk, { ...answer, features: [], deleted: [] });
        await changed(desk, [change.layer], answer.features[0]?.id ?? null);
    } catch (failure) {
        const { records } = desk.state;
        if (records && failure instanceof ApiProblem) desk.set({ records: { ...records, problem: failure.document } });
        else show(desk, failure);
    } finally {
        desk.set({ saving: false });
    }
}

/**
 * Somebody changed records: the page's title and targets are asked anew, and the open list, without touching what is being typed.
 * @param {Desk} desk @param {string[]} layers @param {number|null} [saved] the record just saved from here
 */
export async function changed(desk, layers, saved) {
    const kinds = desk.state.plan?.records.map(({ id }) => id) ?? [];
    if (!layers.some((layer) => kinds.includes(layer))) return;
    await attempt(desk, async () => {
        const plan = await desk.api.plan();
        if (desk.state.plan) desk.set({ plan: { ...desk.state.plan, ...settings(plan) } });
        const { records } = desk.state;
        if (!records) return;
        const list = await desk.api.records(records.kind);
        const open = { ...records, list };
        const shown = saved === undefined ? records.id : saved;
        const mayFill = saved !== undefined || !records.dirty;
        desk.set({ records: mayFill ? filled(open, list.find(({ id }) => id === shown) ?? list[0] ?? null, desk) : open });
    });
}

/** @param {import('./types.js').Plan} plan */
function settings({ title, district, year, illustrative, plane, timeZone }) {
    return { title, district, year, illustrative, plane, timeZone };
}
