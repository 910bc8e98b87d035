import { attempt } from './problems.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Words} Words */

/**
 * @typedef {'today'|'approved'|'all'} Works which works are there
 * @typedef {{kind: string, title: Words, standing: string, reasons: Words[], features: string[], figures: Record<string, number|null>}} Verdict
 * @typedef {{id: string, name: string, attribute: string, month: number|null}} ValueAt
 * @typedef {{month: number, before_m3: number, links_in_m3: number, sources_m3: number, natural_m3: number, sky_m3: number,
 *   spilled_in_m3: number, links_out_m3: number, uses_m3: number, spilled_m3: number, after_m3: number, level_m: number|null, failed: string[], role?: 'ring'|'through'|'dead',
 *   shares?: Record<string, number>}} LakeMonth shares of each origin in the water that stands there
 * @typedef {{need: string, title: Words, level: number, shares: number[]}} Need which share of it was served in each month
 * @typedef {{feature: string, name: string, normal_m3: number, months: LakeMonth[], needs: Need[]}} Lake
 * @typedef {{edge: string, feature: string, name: string, from: string, to: string, capacity_m3d: number|null, loss_share: number, m3: number[]}} Link
 * @typedef {{feature: string, name: string, group: string, at: string, m3: number[]}} Source
 * @typedef {Words & {features: string[]}} Told a sentence and what it speaks of
 * @typedef {{group: string, month: number|null, failed: number[], worst_share: number[], places: {feature: string, name: string, shares: (number|null)[]}[], cut: Told|null}} Outage
 * @typedef {{close: string[], without: string[], scale: Record<string, number>}} WhatIf links closed, source groups out, and how many times as much
 * @typedef {{changeset: number, state: Works, year: string, years: {code: string, name: string}[], verdicts: Verdict[], cannot_say: ValueAt[], strays: ValueAt[],
 *   assumed: ValueAt[], uphill: {feature: string, name: string}[], levels: {level: number, needs: Words[]}[], months?: number[], lakes?: Lake[],
 *   links?: Link[], sources?: Source[], failed?: number[], outages?: Outage[]}} Judgement
 * @typedef {{need: string, title: Words, level: number, months: number[], worst_month: number, wanted_m3: number, missing_m3: number,
 *   sentences: Told[], features: string[]}} Short
 * @typedef {{changeset: number, feature: string, name: string, short: Short[]}} Why
 * @typedef {{id: string, type: string, feature: string, place: [number, number], what: Words, remedy: Words}} Finding
 * @typedef {{changeset: number, edges: {features: {id: string, geometry: import('./types.js').Geometry, properties: {feature: string}}[]}, findings: Finding[]}} Network
 */

/**
 * The water of the plan as it lies open.
 * @typedef {object} Water
 * @property {Works} works the state that is looked at
 * @property {string} year code of the typical year; empty for the driest until it is known
 * @property {Partial<Record<Works, Judgement>>} board what is to be said of each state
 * @property {number} since the changeset that the page knows of: what is of an earlier one is not shown
 * @property {Network|null} network
 * @property {number} month place in the months of the year
 * @property {string|null} lake the lake that is looked at
 * @property {Why|null} why that lake is short
 * @property {number} whyMonth in which month, 1 to 12; 0 for the worst
 * @property {string[]} lit features that decide what is being read
 * @property {WhatIf} what is supposed to be otherwise, to see what comes of it
 * @property {Judgement|null} tried what comes of that
 * @property {number} tookMs how long that answer took
 * @property {import('./influence.js').Influence|null} influence of the values that were assumed, once it was asked for
 * @property {import('./removals.js').Removals|null} [removals] what each link and pump is worth, once it was asked for
 * @property {import('./works.js').Works} [cheapest] the search for works beside it
 * @property {import('./works.js').Exported|null} [exported] why a file for an engine could not be written
 * @property {boolean} busy
 */

/** @type {Works[]} */
export const WORKS = ['today', 'approved', 'all'];
/** @type {WhatIf} */
export const AS_DRAWN = { close: [], without: [], scale: {} };
const AGAIN_AFTER_MS = 250;
const SLIDES_MS = 200;

/** Lays the water open and asks for the verdicts. @param {Desk} desk */
export async function open(desk) {
    if (desk.state.water) return;
    desk.set({ water: { works: 'today', year: '', board: {}, since: desk.state.plan?.lastChangeset ?? 0, network: null, month: 0, lake: null, why: null, whyMonth: 0, lit: [], what: AS_DRAWN, tried: null, tookMs: 0, influence: null, busy: false } });
    follow(desk);
    await load(desk);
}

/** @param {Desk} desk */
export function close(desk) {
    desk.set({ water: null });
}

/** @param {Desk} desk @param {Partial<Water>} patch */
export function put(desk, patch) {
    const { water } = desk.state;
    if (water) desk.set({ water: { ...water, ...patch } });
}

/** Whoever writes to the plan turns the verdicts: they are asked anew while they lie open. @param {Desk} desk */
function follow(desk) {
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    let timer;
    const changed = (/** @type {Event} */ event) => {
        const { keys } = /** @type {CustomEvent<{keys: Set<string>}>} */ (event).detail;
        if (!desk.state.water) desk.removeEventListener('change', changed);
        else if (keys.has('plan') && desk.state.plan?.lastChangeset !== desk.state.water.network?.changeset) {
            put(desk, { since: desk.state.plan?.lastChangeset ?? 0, why: null });
            clearTimeout(timer);
            timer = setTimeout(() => void load(desk), AGAIN_AFTER_MS);
        }
    };
    desk.addEventListener('change', changed);
}

/** Asks for the state that is looked at first, for the others after it; then again for what takes long. @param {Desk} desk */
async function load(desk) {
    if (!desk.state.water) return;
    put(desk, { busy: true, what: AS_DRAWN, tried: null, influence: null });
    const network = await attempt(desk, () => desk.api.water.network());
    put(desk, { network });
    const changeset = network?.changeset ?? 0;
    for (const quick of [true, false]) {
        const works = desk.state.water?.works;
        for (const each of [...WORKS].sort((a, b) => Number(b === works) - Number(a === works))) {
            if (!(await judge(desk, each, quick, changeset))) return;
        }
        const { lake } = desk.state.water ?? {};
        if (lake && quick) await showLake(desk, lake);
    }
    put(desk, { busy: false });
}

/** Whether to go on: not where the water was closed or somebody wrote in between. @param {Desk} desk @param {Works} works @param {boolean} quick @param {number} since */
async function judge(desk, works, quick, since) {
    const year = desk.state.water?.year ?? '';
    const judgement = await attempt(desk, () => desk.api.water.verdict(works, year, quick));
    const now = desk.state.water;
    if (!judgement || !now || judgement.changeset > since || (year && now.year !== year)) return false;
    put(desk, { year: judgement.year, board: { ...now.board, [works]: judgement } });
    return true;
}

/** @param {Desk} desk @param {Works} works */
export async function show(desk, works) {
    put(desk, { works, lit: [], why: null, what: AS_DRAWN, tried: null, influence: null });
    const { lake } = desk.state.water ?? {};
    if (lake) await showLake(desk, lake);
}

/** @param {Desk} desk @param {string} year */
export async function setYear(desk, year) {
    put(desk, { year, board: {}, lit: [], why: null });
    await load(desk);
}

/** @type {ReturnType<typeof setTimeout>|undefined} */
let sliding;

/** Looks at a month; where a lake is looked at, why it is short is asked of that month, once the hand rests. @param {Desk} desk @param {number} month place in the months */
export function setMonth(desk, month) {
    put(desk, { month });
    clearTimeout(sliding);
    sliding = setTimeout(() => {
        const { water } = desk.state;
        if (water?.lake && water.month === month) void askWhy(desk, water.lake, shown(water)?.months?.[month] ?? 0);
    }, SLIDES_MS);
}

/** Lights what decides a sentence, or nothing. @param {Desk} desk @param {string[]} features */
export function light(desk, features) {
    put(desk, { lit: features });
}

/** Looks at a lake, and asks why it is short. @param {Desk} desk @param {string|null} lake */
export async function showLake(desk, lake) {
    const { water } = desk.state;
    if (!water) return;
    put(desk, { lake, why: null, lit: lake ? [lake] : [] });
    if (lake) await askWhy(desk, lake, 0);
}

/** Why a lake is short in a month, or in the worst of each need. @param {Desk} desk @param {string} lake @param {number} month 1 to 12, or 0 */
export async function askWhy(desk, lake, month) {
    const { water } = desk.state;
    if (!water) return;
    put(desk, { whyMonth: month });
    const why = await attempt(desk, () => desk.api.water.why(water.works, water.year, lake, month));
    const now = desk.state.water;
    if (now?.lake === lake && now.works === water.works && now.year === water.year && now.whyMonth === month) put(desk, { why });
}

/** What would come of other works; nothing is written. @param {Desk} desk @param {WhatIf} what */
export async function ask(desk, what) {
    const { water } = desk.state;
    if (!water) return;
    const asked = what.close.length + what.without.length + Object.keys(what.scale).length > 0;
    put(desk, { what: asked ? what : AS_DRAWN, tried: asked ? water.tried : null });
    if (!asked) return;
    const scale = Object.entries(what.scale).map(([id, factor]) => ({ id, factor }));
    const began = performance.now();
    const tried = await attempt(desk, () => desk.api.water.tried({ state: water.works, year: water.year, close: what.close, without: what.without, scale }));
    if (desk.state.water?.what === what) put(desk, { tried, tookMs: performance.now() - began });
}

/** The same, but one line or source closed (0), as drawn (1), or so many times as large. @param {WhatIf} what @param {string} feature @param {number} factor @returns {WhatIf} */
export function withFactor(what, feature, factor) {
    const scale = Object.fromEntries(Object.entries(what.scale).filter(([id]) => id !== feature));
    const close = what.close.filter((id) => id !== feature);
    if (factor === 0) close.push(feature);
    else if (factor !== 1) scale[feature] = factor;
    return { ...what, close, scale };
}

/** The same, but a source group out, or back again. @param {WhatIf} what @param {string} group @returns {WhatIf} */
export function withoutGroup(what, group) {
    return { ...what, without: what.without.includes(group) ? what.without.filter((one) => one !== group) : [...what.without, group] };
}

/** What lies open to be read: what is tried, else what stands; nothing while the plan has gone on since. @param {Water} water @returns {Judgement|undefined} */
export function shown(water) {
    const judgement = latest(water);
    return judgement && isOld(water, judgement) ? undefined : judgement;
}

/** The same, also where the plan has gone on since. @param {Water} water @returns {Judgement|undefined} */
export function latest(water) {
    return water.tried ?? water.board[water.works];
}

/** Whether the plan has gone on since a judgement. @param {Water} water @param {Judgement} judgement */
export function isOld({ since }, { changeset }) {
    return changeset < since;
}

/** @param {string} feature such as lakes/3 @returns {import('./types.js').Ref} */
export function refOf(feature) {
    const [layer, id] = feature.split('/');
    return { layer, id: Number(id) };
}
