import { untilTaken } from './again.js';
import { changeOf, featureOf } from './changes.js';
import { canSplit, isHand } from './hand.js';
import { applied } from './plots.js';
import { merged } from './merge.js';
import { park } from './parked.js';
import { placeOf } from './place.js';
import { ApiProblem, show } from './problems.js';
import { layerOf } from './roles.js';
import { called, said } from './said.js';
import { changesOf } from './shared-edge.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Draft} Draft */

const DRAWING = ['polygon', 'rectangle', 'corridor', 'point'];
const EDITING = ['edit', 'move', 'cut', 'hole'];

/** Whether a tool makes or changes shapes. @param {import('./types.js').Tool} tool */
export const writes = (tool) => DRAWING.includes(tool) || EDITING.includes(tool);

/**
 * Takes a tool in the hand. Drawing tools begin a new draft; editing tools take the inspected feature, or the shape just drawn.
 * @param {Desk} desk @param {import('./types.js').Tool} tool @param {{layer?: string}} [options]
 */
export function setTool(desk, tool, options = {}) {
    if (DRAWING.includes(tool)) {
        const drawLayer = options.layer ?? layerFor(desk, tool);
        const { draft: inHand, tool: held } = desk.state;
        if (inHand?.stage === DRAW && held === tool && inHand.id === undefined) return relayer(desk, inHand, drawLayer);
        park(desk);
        // What is drawn into a hidden layer would be gone from sight as soon as it is saved.
        if (desk.state.layers[drawLayer]?.visible === false) desk.setLayer(drawLayer, { visible: true });
        const draft = { geometry: null, layer: drawLayer, attributes: defaults(desk, drawLayer), dirty: false, stage: DRAW };
        desk.set({ tool, drawLayer, draft, selection: [], feature: null, past: [] });
        return;
    }
    if (EDITING.includes(tool) && !desk.state.draft) {
        const { feature } = desk.state;
        if (!feature) return;
        desk.set({ tool, drawLayer: feature.layer, draft: draftOf(feature) });
        return;
    }
    if (tool === 'split' && !canSplit(desk)) return;
    if (isHand(tool) || (!EDITING.includes(tool) && desk.state.draft?.stage === DRAW)) park(desk);
    desk.set({ tool, hand: null });
}

const DRAW = /** @type {const} */ ('drawing');
const FORM = /** @type {const} */ ('form');

/** The shape under way goes to another layer, and stays as it is, with what was typed. @param {Desk} desk @param {Draft} draft @param {string} layer */
function relayer(desk, draft, layer) {
    if (layer === draft.layer) return;
    const had = defaults(desk, draft.layer);
    const known = new Set(layerOf(desk.state.plan, layer)?.attributes.map(({ name }) => name));
    const typed = Object.entries(draft.attributes).filter(([name, value]) => known.has(name) && value !== had[name]);
    desk.set({ drawLayer: layer, draft: { ...draft, layer, attributes: { ...defaults(desk, layer), ...Object.fromEntries(typed) } } });
    ask(desk);
}

/** @param {import('./types.js').Feature} feature @returns {Draft} */
function draftOf(feature) {
    const { geometry, layer, id, version, properties } = feature;
    return { geometry, layer, id, version, attributes: { ...properties }, base: { properties, geometry }, dirty: false, stage: FORM };
}

/** The layer a drawing tool draws into: the last one used, if its geometry fits. @param {Desk} desk @param {string} tool */
function layerFor(desk, tool) {
    const kind = tool === 'corridor' ? 'line' : tool === 'point' ? 'point' : 'polygon';
    const layers = desk.state.plan?.layers ?? [];
    const fits = layers.filter((l) => l.geometry === kind);
    const last = fits.find((l) => l.id === desk.state.drawLayer);
    return (last ?? fits.find((l) => l.role === 'adds green') ?? fits[0])?.id ?? desk.state.drawLayer;
}

/** @param {Desk} desk @param {string} layer */
export function defaults(desk, layer) {
    const attributes = layerOf(desk.state.plan, layer)?.attributes ?? [];
    return Object.fromEntries(attributes.filter((a) => a.default != null).map((a) => [a.name, a.default]));
}

/**
 * Lays on the desk what was written in another program and not taken: nothing is saved before a person does.
 * @param {Desk} desk @param {import('./types.js').Wrote} wrote
 */
export function lay(desk, { layer, id, version, properties, geometry }) {
    park(desk);
    const kind = layerOf(desk.state.plan, layer)?.geometry ?? 'polygon';
    const drawable = geometry?.type.toLowerCase().endsWith({ polygon: 'polygon', line: 'linestring', point: 'point' }[kind]);
    const attributes = { ...defaults(desk, layer), ...properties };
    const there = id === null || version === null ? {} : { id, version };
    const draft = { ...there, layer, attributes, dirty: true };
    desk.set({ selection: id === null ? [] : [{ layer, id }], feature: null, past: [], drawLayer: layer });
    if (geometry && drawable) {
        desk.set({ tool: 'edit', draft: { ...draft, geometry, stage: FORM } });
        desk.goTo(placeOf(geometry));
        ask(desk);
    } else {
        const tool = kind === 'line' ? 'corridor' : kind;
        desk.set({ tool, draft: { ...draft, geometry: null, stage: DRAW } });
    }
}

/** @param {Desk} desk @param {import('./types.js').Geometry} geometry */
export function setGeometry(desk, geometry) {
    const { draft } = desk.state;
    if (!draft) return;
    desk.set({ draft: { ...draft, geometry, dirty: true, sent: undefined } });
    ask(desk);
}

/** @param {Desk} desk @param {import('./types.js').Attributes} attributes merged into those of the draft */
export function setAttributes(desk, attributes) {
    const draft = desk.state.draft ?? (desk.state.feature && draftOf(desk.state.feature));
    // A field that is left unchanged is no edit.
    const changed = Object.entries(attributes).some(([name, value]) => (draft?.attributes[name] ?? null) !== (value ?? null));
    if (!draft || !changed) return;
    desk.set({ draft: { ...draft, attributes: { ...draft.attributes, ...attributes }, dirty: true, sent: undefined } });
    ask(desk);
}

/** The corners that are set of a shape under way. @param {Desk} desk @param {[number, number][]} corners longitude, latitude */
export function setCorners(desk, corners) {
    const { draft } = desk.state;
    if (!draft || draft.stage !== DRAW) return;
    if (corners.length) desk.set({ draft: { ...draft, corners } });
    else desk.set({ draft: { ...draft, corners, geometry: null, dirty: false }, check: null, draftTargets: null, fault: null });
}

/** Asks what the draft would count. @param {Desk} desk */
export function ask(desk) {
    const { draft } = desk.state;
    if (!draft?.geometry) return;
    desk.set({ checking: true });
    desk.checks.submit({ layer: draft.layer, ...(draft.id === undefined ? {} : { id: draft.id }), feature: featureOf(draft) });
}

/**
 * A half-drawn shape may be refused: then there are no figures, rather than those of another shape, but the reason and its place.
 * @param {Desk} desk @param {import('./types.js').CheckAnswer|null} answer @param {unknown} problem
 */
export function showCheck(desk, answer, problem) {
    const checking = desk.checks.busy;
    if (!desk.state.draft) return;
    const fault = problem instanceof ApiProblem ? problem.document : null;
    desk.set({ check: answer, draftTargets: answer?.targets.after ?? null, checking, fault });
}

/** The shape is complete: the form opens, and its corners can still be moved. @param {Desk} desk */
export function finish(desk) {
    const { draft } = desk.state;
    if (!draft?.geometry) return;
    desk.set({ draft: { ...draft, stage: FORM, corners: [], tool: desk.state.tool }, tool: 'edit' });
    ask(desk);
}

/** Saves, and takes the same tool for the next one. @param {Desk} desk */
export async function saveAndGoOn(desk) {
    const { draft } = desk.state;
    if (!draft || !await save(desk)) return;
    const kind = layerOf(desk.state.plan, draft.layer)?.geometry;
    const tool = draft.tool ?? (kind === 'line' ? 'corridor' : kind === 'point' ? 'point' : 'polygon');
    if (!desk.state.draft) setTool(desk, tool, { layer: draft.layer });
}

/** Saves the draft; whether it is saved. @param {Desk} desk @param {number} [attempts] how often it is brought together with others' @returns {Promise<boolean>} */
export async function save(desk, attempts = 5) {
    if (!desk.state.draft?.geometry || desk.state.saving) return false;
    if (isAsked(desk)) return false;
    // Should the page go before the answer is here, what is kept of the draft is sent under the same id, and written once.
    const sent = desk.state.draft.sent ?? crypto.randomUUID();
    const draft = { ...desk.state.draft, sent };
    desk.set({ draft, saving: true, problem: null });
    try {
        const author = desk.state.author || '—';
        const changes = draft.together ? await changesOf(desk, draft) : [changeOf(draft)];
        const answer = await untilTaken(desk, (id) => desk.api.apply(author, '', changes, id), { id: sent, wanted: () => desk.state.draft !== null });
        // Whatever was typed while the save was under way belongs to the next save, not to the bin.
        // Put aside while it was on its way, it need not wait any more.
        desk.set({ parked: desk.state.parked.filter((each) => each.sent !== sent) });
        const { check, checking } = desk.state;
        if (desk.state.draft === draft) putDown(desk);
        else carryOn(desk, answer.features[0]);
        await applied(desk, answer, checking ? null : check);
        const [name, ...more] = answer.features.map(called);
        const along = more.length ? { zh: `，${more.length} 个相邻地块一起移动`, en: `; ${more.length} neighbours moved along` } : { zh: '', en: '' };
        if (name) said(desk, answer.changeset, { zh: `已保存${name.zh}${along.zh}`, en: `${name.en} is saved${along.en}` });
        return true;
    } catch (failure) {
        return await crossed(desk, failure, draft, attempts);
    } finally {
        desk.set({ saving: false });
    }
}

/** Nothing that another person wrote is overwritten before it was answered for: the question stands again. @param {Desk} desk */
function isAsked(desk) {
    const { merging } = desk.state;
    if (merging) desk.set({ problem: merging.problem });
    return merging !== null;
}

/**
 * Where somebody saved the same feature meanwhile, what only one of the two changed is brought together and saved; what both changed is
 * asked for.
 * @param {Desk} desk @param {unknown} failure @param {Draft} saved what was to be saved @param {number} attempts
 * @returns {Promise<boolean>}
 */
async function crossed(desk, failure, saved, attempts) {
    const problem = failure instanceof ApiProblem ? failure.document : null;
    const theirs = problem?.current;
    const mine = desk.state.draft;
    // A neighbour that came along may have been the one that somebody else saved: then it is asked for anew.
    if (problem && theirs && theirs.id === saved.id && mine?.layer === saved.layer && mine.id === saved.id) {
        const { draft, asked } = merged(mine, theirs);
        desk.set({ draft, saving: false });
        if (asked.length === 0 && attempts > 0) return save(desk, attempts - 1);
        desk.set({ merging: { theirs, asked, picks: {}, problem } });
    }
    show(desk, failure);
    return false;
}

/** @param {Desk} desk @param {import('./types.js').Feature|undefined} saved */
function carryOn(desk, saved) {
    if (saved && desk.state.draft) {
        const { id, version, properties, geometry } = saved;
        desk.set({ draft: { ...desk.state.draft, id, version, base: { properties, geometry } } });
    }
}

/** Empties the hand, whatever is in it. @param {Desk} desk */
export function putDown(desk) {
    desk.checks.cancel();
    desk.set({ draft: null, merging: null, check: null, checking: false, fault: null, draftTargets: null, tool: 'select' });
}
