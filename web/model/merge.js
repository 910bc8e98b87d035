import * as drafts from './draft.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Draft} Draft */
/** @typedef {import('./types.js').Feature} Feature */
/** @typedef {import('./types.js').Attributes} Attributes */

/** The name under which the shape stands among the members. */
export const SHAPE = '#shape';

/**
 * What two people made of one feature.
 * @typedef {{theirs: Feature, asked: string[], picks: Record<string, 'mine'|'theirs'>,
 *   problem: import('./types.js').ProblemDocument}} Merging
 *     the members that both changed, what was chosen for each so far, and the question
 */

/** @param {unknown} a @param {unknown} b */
export const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Whether nothing is left of one's own. @param {Attributes} mine @param {Attributes} theirs */
export const isAlike = (mine, theirs) => Object.keys(mine).every((name) => same(mine[name], theirs[name]));

/**
 * Brings a draft and what the other person saved meanwhile together, member by member: what only one of them changed is taken, what both
 * changed differently is asked for and stays as it is in the draft.
 * @param {Draft} mine @param {Feature} theirs @returns {{draft: Draft, asked: string[]}}
 */
export function merged(mine, theirs) {
    const { base } = mine;
    const { attributes, asked } = mergedAttributes(base?.properties ?? null, mine.attributes, theirs.properties);
    let { geometry } = mine;
    if (!same(geometry, theirs.geometry)) {
        if (base && same(geometry, base.geometry)) ({ geometry } = theirs);
        else if (!base || !same(theirs.geometry, base.geometry)) asked.push(SHAPE);
    }
    return { draft: onto({ ...mine, attributes, geometry }, theirs), asked };
}

/**
 * The same of attributes alone; of a list both versions are whole.
 * @param {Attributes|null} base what they were before; null where that is not known @param {Attributes} mine @param {Attributes} theirs
 * @returns {{attributes: Attributes, asked: string[]}}
 */
export function mergedAttributes(base, mine, theirs) {
    const attributes = { ...mine };
    const asked = [];
    for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
        const [own, other, was] = [mine[name], theirs[name], base?.[name]];
        if (same(own, other)) continue;
        if (base && same(own, was)) attributes[name] = other ?? null;
        else if (!base || !same(other, was)) asked.push(name);
    }
    return { attributes, asked };
}

/** What stays of attributes after it was chosen whose. @param {Attributes} mine @param {Merging} merging @returns {Attributes} */
export function chosen(mine, { theirs, asked, picks }) {
    const his = asked.filter((name) => name !== SHAPE && picks[name] === 'theirs');
    return { ...mine, ...Object.fromEntries(his.map((name) => [name, theirs.properties[name] ?? null])) };
}

/** The draft as a change of what the other person saved. @param {Draft} draft @param {Feature} theirs @returns {Draft} */
function onto(draft, { id, version, properties, geometry }) {
    return { ...draft, id, version, base: { properties, geometry }, dirty: true, sent: undefined };
}

/** Chooses whose member stays. @param {Desk} desk @param {string} name @param {'mine'|'theirs'} whose */
export function pick(desk, name, whose) {
    const { merging } = desk.state;
    if (merging) desk.set({ merging: { ...merging, picks: { ...merging.picks, [name]: whose } } });
}

/** Saves what was chosen; where all of it is the other person's there is nothing to save. @param {Desk} desk */
export async function settle(desk) {
    const { draft, merging } = desk.state;
    if (!draft || !merging || merging.asked.some((name) => !merging.picks[name])) return;
    const { theirs, picks } = merging;
    const attributes = chosen(draft.attributes, merging);
    const { geometry } = merging.asked.includes(SHAPE) && picks[SHAPE] === 'theirs' ? theirs : draft;
    desk.set({ problem: null, merging: null });
    const nothingOfMine = same(geometry, theirs.geometry) && isAlike(attributes, theirs.properties);
    if (nothingOfMine) {
        drafts.putDown(desk);
        desk.set({ feature: theirs });
        return desk.refresh();
    }
    desk.set({ draft: { ...draft, attributes, geometry, dirty: true, sent: undefined } });
    await drafts.save(desk);
}

/** The other person deleted it: the draft is drawn anew. @param {Desk} desk */
export async function drawAnew(desk) {
    const { draft } = desk.state;
    if (!draft) return;
    desk.set({ draft: { ...draft, id: undefined, version: undefined, base: undefined, sent: undefined }, problem: null });
    await drafts.save(desk);
}

/** The other person deleted it, and so it stays. @param {Desk} desk */
export async function letGo(desk) {
    drafts.putDown(desk);
    desk.set({ problem: null, feature: null, selection: [] });
    await desk.refresh();
}
