import { untilTaken } from './again.js';
import { chosen, isAlike, mergedAttributes } from './merge.js';
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
 * @property {Attributes|null} base what the form was filled with; null for a new one
 * @property {import('./merge.js').Merging|null} merging what two people wrote of the record, until it is settled
 * @property {import('./types.js').PastState[]} past of that record
 * @property {boolean} dirty
 * @property {import('./types.js').ProblemDocument|null} problem why it was not saved
 */

/** Lays the records of a kind open, one of them or the first in the form. @param {Desk} desk @param {string} kind @param {number} [id] */
export async function open(desk, kind, id) {
    const list = await attempt(desk, () => desk.api.records(kind));
    if (!list) return;
    const none = { kind, list, id: null, version: 0, values: {}, base: null, merging: null, past: [], dirty: false, problem: null };
    desk.set({ records: filled(none, list.find((record) => record.id === id) ?? list[0] ?? null, desk) });
    await recall(desk);
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
    return recall(desk);
}

/** Asks what the record in the form was before. @param {Desk} desk */
async function recall(desk) {
    const { kind: layer, id } = desk.state.records ?? {};
    if (!layer || id === null || id === undefined) return;
    const past = await attempt(desk, () => desk.api.past({ layer, id }));
    const { records } = desk.state;
    // Another one may have been chosen since.
    if (past && records?.kind === layer && records.id === id) desk.set({ records: { ...records, past } });
}

/** Takes other values into the form, such as earlier ones. @param {Desk} desk @param {Attributes} values */
function refill(desk, values) {
    const { records } = desk.state;
    if (records) desk.set({ records: { ...records, values, dirty: true } });
}

/** @param {Records} records @param {Feature|null} record @param {Desk} desk @returns {Records} */
function filled(records, record, desk) {
    const attributes = desk.state.plan?.records.find(({ id }) => id === records.kind)?.attributes ?? [];
    const fresh = Object.fromEntries(attributes.filter((a) => a.default != null).map((a) => [a.name, a.default]));
    const values = record ? { ...record.properties } : fresh;
    return { ...records, id: record?.id ?? null, version: record?.version ?? 0, values, base: record?.properties ?? null, merging: null, past: [], dirty: false, problem: null };
}

/** @param {Desk} desk @param {string} name @param {unknown} value */
export function fill(desk, name, value) {
    const { records } = desk.state;
    if (!records || (records.values[name] ?? null) === (value ?? null)) return;
    desk.set({ records: { ...records, values: { ...records.values, [name]: value }, dirty: true } });
}

/** Nothing that another person wrote is overwritten before it was answered for. @param {Desk} desk @param {number} [attempts] how often it is brought together with others' @returns {Promise<void>} */
export function save(desk, attempts = 5) {
    const { records } = desk.state;
    if (!records || records.merging) return Promise.resolve();
    const { kind, id, version, values } = records;
    const feature = { type: 'Feature', properties: values, geometry: null };
    return write(desk, id === null ? { op: 'create', layer: kind, feature } : { op: 'replace', layer: kind, id, version, feature }, attempts);
}

/** @param {Desk} desk */
export function remove(desk) {
    const { records } = desk.state;
    if (!records || records.id === null) return Promise.resolve();
    return write(desk, { op: 'delete', layer: records.kind, id: records.id, version: records.version });
}

/** What was refused stays in the form, with the reason. @param {Desk} desk @param {import('./types.js').Change} change @param {number} [attempts] @returns {Promise<void>} */
async function write(desk, change, attempts = 0) {
    if (desk.state.saving) return;
    const sent = desk.state.records?.values;
    desk.set({ saving: true });
    try {
        const answer = await untilTaken(desk, (id) => desk.api.apply(desk.state.author || '—', '', [change], id));
        await applied(desk, { ...answer, features: [], deleted: [] });
        await changed(desk, [change.layer], { id: answer.features[0]?.id ?? null, sent });
    } catch (failure) {
        const { records } = desk.state;
        if (!records || !(failure instanceof ApiProblem)) return show(desk, failure);
        desk.set({ saving: false });
        return await refused(desk, records, failure.document, change, attempts);
    } finally {
        desk.set({ saving: false });
    }
}

/**
 * Where somebody saved the same record meanwhile, what only one of the two changed is brought together and saved; what both changed is asked for.
 * @param {Desk} desk @param {Records} records @param {import('./types.js').ProblemDocument} problem @param {import('./types.js').Change} change
 * @param {number} attempts @returns {Promise<void>|undefined}
 */
function refused(desk, records, problem, change, attempts) {
    const theirs = problem.current;
    if (!theirs || change.op !== 'replace' || theirs.id !== records.id || theirs.layer !== records.kind) {
        desk.set({ records: { ...records, problem } });
        return;
    }
    const { attributes, asked } = mergedAttributes(records.base, records.values, theirs.properties);
    const brought = { ...records, version: theirs.version, base: theirs.properties, values: attributes };
    const left = asked.length > 0 || attempts === 0;
    desk.set({ records: left ? { ...brought, problem, merging: { theirs, asked, picks: {}, problem } } : brought });
    if (!left) return save(desk, attempts - 1);
}

/**
 * What is done with a record that two people changed, or with its past.
 * @param {Desk} desk @param {(action: () => unknown) => unknown} writing does what changes the plan, or says why it cannot be changed
 */
export const actions = (desk, writing) => ({
    /** @param {string} name @param {'mine'|'theirs'} whose */
    pick: (name, whose) => pick(desk, name, whose),
    settle: () => writing(() => settle(desk)),
    takeTheirs: () => takeTheirs(desk),
    makeAnew: () => writing(() => makeAnew(desk)),
    /** @param {Attributes} values */
    refill: (values) => writing(() => refill(desk, values)),
});

/** Chooses whose member stays. @param {Desk} desk @param {string} name @param {'mine'|'theirs'} whose */
function pick(desk, name, whose) {
    const { records } = desk.state;
    if (!records?.merging) return;
    desk.set({ records: { ...records, merging: { ...records.merging, picks: { ...records.merging.picks, [name]: whose } } } });
}

/** Saves what was chosen; where all of it is the other person's there is nothing to save. @param {Desk} desk */
function settle(desk) {
    const { records } = desk.state;
    const merging = records?.merging;
    if (!records || !merging || merging.asked.some((name) => !merging.picks[name])) return;
    const values = chosen(records.values, merging);
    if (isAlike(values, merging.theirs.properties)) return takeTheirs(desk);
    desk.set({ records: { ...records, values, merging: null, problem: null } });
    return save(desk);
}

/** The other person's record comes into the form; the next one where it is gone. @param {Desk} desk */
function takeTheirs(desk) {
    const { records } = desk.state;
    if (!records) return;
    const theirs = records.merging?.theirs ?? records.problem?.current ?? null;
    const list = theirs ? records.list.map((each) => (each.id === theirs.id ? theirs : each)) : records.list.filter(({ id }) => id !== records.id);
    desk.set({ records: filled({ ...records, list }, theirs ?? list[0] ?? null, desk) });
    return recall(desk);
}

/** The other person deleted it: the form makes it anew. @param {Desk} desk */
function makeAnew(desk) {
    const { records } = desk.state;
    if (!records) return;
    desk.set({ records: { ...records, id: null, version: 0, base: null, problem: null } });
    return save(desk);
}

/**
 * Somebody changed records: the page's title and targets are asked anew, and the open list, without touching what is being typed.
 * @param {Desk} desk @param {string[]} layers @param {{id: number|null, sent?: Attributes}} [saved] the record just saved from here, and with what
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
        const shown = list.find(({ id }) => id === (saved ? saved.id : records.id));
        // Whatever was typed while the save was under way belongs to the next one.
        const typed = saved && shown && saved.sent !== records.values;
        if (typed) desk.set({ records: { ...open, id: shown.id, version: shown.version, base: shown.properties } });
        else desk.set({ records: saved || !records.dirty ? filled(open, shown ?? list[0] ?? null, desk) : open });
        await recall(desk);
    });
}

/** @param {import('./types.js').Plan} plan */
function settings({ title, district, year, illustrative, plane, timeZone }) {
    return { title, district, year, illustrative, plane, timeZone };
}
