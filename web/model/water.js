import { attempt } from './problems.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Words} Words */

/**
 * @typedef {'today'|'approved'|'all'} Works which works are there
 * @typedef {{kind: string, title: Words, standing: string, reasons: Words[], features: string[], figures: Record<string, number|null>}} Verdict
 * @typedef {{id: string, name: string, attribute: string, month: number|null}} ValueAt
 * @typedef {{month: number, before_m3: number, links_in_m3: number, sources_m3: number, natural_m3: number, sky_m3: number,
 *   spilled_in_m3: number, links_out_m3: number, uses_m3: number, spilled_m3: number, after_m3: number, level_m: number|null, failed: string[]}} LakeMonth
 * @typedef {{feature: string, name: string, normal_m3: number, months: LakeMonth[]}} Lake
 * @typedef {{edge: string, feature: string, name: string, from: string, to: string, capacity_m3d: number|null, m3: number[]}} Link
 * @typedef {{feature: string, name: string, group: string, at: string, m3: number[]}} Source
 * @typedef {{changeset: number, state: Works, year: string, years: {code: string, name: string}[], verdicts: Verdict[], cannot_say: ValueAt[],
 *   assumed: ValueAt[], uphill: {feature: string, name: string}[], levels: {level: number, needs: Words[]}[], months?: number[], lakes?: Lake[],
 *   links?: Link[], sources?: Source[], failed?: number[]}} Judgement
 * @typedef {{need: string, title: Words, level: number, months: number[], worst_month: number, wanted_m3: number, missing_m3: number,
 *   sentences: Words[], features: string[]}} Short
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
 * @property {Network|null} network
 * @property {number} month place in the months of the year
 * @property {string|null} lake the lake that is looked at
 * @property {Why|null} why that lake is short
 * @property {string[]} lit features that decide what is being read
 * @property {string[]} closed links that are closed to see what comes of it
 * @property {Judgement|null} tried what comes of that
 * @property {boolean} busy
 */

/** @type {Works[]} */
export const WORKS = ['today', 'approved', 'all'];
const AGAIN_AFTER_MS = 250;

/** Lays the water open and asks for the verdicts. @param {Desk} desk */
export async function open(desk) {
    if (desk.state.water) return;
    desk.set({ water: { works: 'today', year: '', board: {}, network: null, month: 0, lake: null, why: null, lit: [], closed: [], tried: null, busy: false } });
    follow(desk);
    await load(desk);
}

/** @param {Desk} desk */
export function close(desk) {
    desk.set({ water: null });
}

/** @param {Desk} desk @param {Partial<Water>} patch */
function put(desk, patch) {
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
            clearTimeout(timer);
            timer = setTimeout(() => void load(desk), AGAIN_AFTER_MS);
        }
    };
    desk.addEventListener('change', changed);
}

/** Asks for the state that is looked at first, for the others after it; then again for what takes long. @param {Desk} desk */
async function load(desk) {
    if (!desk.state.water) return;
    put(desk, { busy: true, closed: [], tried: null });
    const network = await attempt(desk, () => desk.api.waterNetwork());
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
    const judgement = await attempt(desk, () => desk.api.waterVerdict(works, year, quick));
    const now = desk.state.water;
    if (!judgement || !now || judgement.changeset > since || (year && now.year !== year)) return false;
    put(desk, { year: judgement.year, board: { ...now.board, [works]: judgement } });
    return true;
}

/** @param {Desk} desk @param {Works} works */
export async function show(desk, works) {
    put(desk, { works, lit: [], why: null, closed: [], tried: null });
    const { lake } = desk.state.water ?? {};
    if (lake) await showLake(desk, lake);
}

/** @param {Desk} desk @param {string} year */
export async function setYear(desk, year) {
    put(desk, { year, board: {}, lit: [], why: null });
    await load(desk);
}

/** @param {Desk} desk @param {number} month place in the months */
export function setMonth(desk, month) {
    put(desk, { month });
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
    if (!lake) return;
    const why = await attempt(desk, () => desk.api.waterWhy(water.works, water.year, lake));
    if (desk.state.water?.lake === lake && desk.state.water.works === water.works) put(desk, { why });
}

/** Closes a link, or opens it again, to see what comes of it; nothing is written. @param {Desk} desk @param {string} feature */
export async function toggle(desk, feature) {
    const { water } = desk.state;
    if (!water) return;
    const closed = water.closed.includes(feature) ? water.closed.filter((id) => id !== feature) : [...water.closed, feature];
    put(desk, { closed, tried: closed.length ? water.tried : null });
    if (!closed.length) return;
    const tried = await attempt(desk, () => desk.api.waterTry({ state: water.works, year: water.year, close: closed }));
    if (desk.state.water?.closed === closed) put(desk, { tried });
}

/** What lies open to be read: what is tried, else what stands. @param {Water} water @returns {Judgement|undefined} */
export function shown(water) {
    return water.tried ?? water.board[water.works];
}

/** @param {string} feature such as lakes/3 @returns {import('./types.js').Ref} */
export function refOf(feature) {
    const [layer, id] = feature.split('/');
    return { layer, id: Number(id) };
}
