import { writeAll } from './plots.js';
import { attempt } from './problems.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Words} Words */

/**
 * @typedef {{from: 'today'|'approved', years: string[], verdicts: string[]}} Question
 * @typedef {{id: string, work: string, name: string, features: string[], sized: string|null, capacity_m3d: number|null, storage_m3: number|null, capital_yuan: number}} Offer
 * @typedef {{year: string, group_out: string|null, month_out: number|null, levels: number[]|null, standing_months: number|null}} Failed
 * @typedef {{layer: string, id: number, version: number, attributes: Record<string, unknown>}} Write
 * @typedef {{standing: 'cheapest'|'enough'|'impossible', months: number, capital_yuan: number, running_yuan: number, total_yuan: number, sentence: Words,
 *   works: Offer[], failed: Failed[], replayed: Record<string, import('./water.js').Verdict[]>, writes: Write[]}} Point
 * @typedef {{changeset: number, from: string, years: string[], verdicts: string[], paid_year: string, cannot_say: import('./water.js').ValueAt[],
 *   assumed: import('./water.js').ValueAt[], assumptions: Words[], offers: Offer[], points: Point[]}} Answer
 * @typedef {{engine: string, findings: {feature: string, attribute: string, what: Words}[]}} Exported
 * @typedef {{state: 'working'|'idle', step: {phase: string, done: number}, answer: Answer|null, problem?: Words}} State
 */

/**
 * A search for the cheapest works beside the verdicts.
 * @typedef {object} Works
 * @property {Question} question what has to hold
 * @property {string|null} id of the search that goes on
 * @property {{phase: string, done: number}|null} step how far it is
 * @property {Answer|null} answer
 * @property {Words|null} problem why there is none
 * @property {number} point which of the points is looked at
 */

const AGAIN_AFTER_MS = 300;

/** What is asked where nobody has chosen yet. @param {import('./water.js').Water} water @returns {Works} */
export function worksOf(water) {
    const question = /** @type {Question} */ ({ from: 'today', years: water.year ? [water.year] : [], verdicts: ['balanced', 'circulating'] });
    return water.cheapest ?? { question, id: null, step: null, answer: null, problem: null, point: 0 };
}

/** @param {Desk} desk @param {Partial<Works>} patch */
function put(desk, patch) {
    const { water } = desk.state;
    if (water) desk.set({ water: { ...water, cheapest: { ...worksOf(water), ...patch } } });
}

/** @param {Desk} desk @param {Partial<Question>} patch */
export function ask(desk, patch) {
    const { water } = desk.state;
    if (water) put(desk, { question: { ...worksOf(water).question, ...patch } });
}

/** Takes one into a choice, or out of it. @param {string[]} chosen @param {string} one */
export function toggled(chosen, one) {
    return chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one];
}

/** Searches until an answer is there, or the search was called off, or the water is closed. @param {Desk} desk */
export async function search(desk) {
    const { water } = desk.state;
    if (!water) return;
    const { question } = worksOf(water);
    put(desk, { answer: null, problem: null, point: 0, step: { phase: 'waiting', done: 0 } });
    const begun = await attempt(desk, () => desk.api.works.begin(question));
    put(desk, { id: begun?.id ?? null, step: begun ? { phase: 'waiting', done: 0 } : null });
    if (begun) await follow(desk, begun.id);
}

/** @param {Desk} desk @param {string} id */
async function follow(desk, id) {
    for (;;) {
        const state = await attempt(desk, () => desk.api.works.state(id));
        if (!desk.state.water) return void desk.api.works.cancel(id).catch(() => {});
        if (desk.state.water.cheapest?.id !== id) return;
        const working = state?.state === 'working';
        put(desk, { step: working ? state.step : null, answer: state?.answer ?? null, problem: state?.problem ?? null, id: working ? id : null });
        if (!working) return;
        await new Promise((done) => setTimeout(done, AGAIN_AFTER_MS));
    }
}

/** Calls the search off; what it has found stays. @param {Desk} desk */
export async function cancel(desk) {
    const id = desk.state.water?.cheapest?.id;
    if (id) await attempt(desk, () => desk.api.works.cancel(id));
}

/** Looks at a point, whose works are lit on the map. @param {Desk} desk @param {number} point */
export function choose(desk, point) {
    const works = desk.state.water?.cheapest?.answer?.points[point]?.works ?? [];
    put(desk, { point });
    desk.lightWater(works.flatMap(({ features }) => features));
}

/** Asks whether the works of a point take the sizes that were found in the plan; who approves them is a person. @param {Desk} desk @param {Point} point */
export function write(desk, point) {
    const changes = point.writes.map(({ layer, id, version, attributes }) => /** @type {import('./types.js').Change} */ (
        { op: 'patch', layer, id, version, feature: { type: 'Feature', properties: attributes } }));
    desk.set({ question: {
        text: {
            zh: `${changes.length} 项工程将写入所选规模和投资；状态不变，是否批准由人决定。写入后见“全部工程”的结论，可撤销。`,
            en: `${changes.length} works take the size and the cost that were found; their status stays, for people approve works. See the verdicts with all works. It can be undone.`,
        },
        yes: { zh: '写入方案', en: 'Write them' },
        act: () => writeAll(desk, changes, { zh: `已写入方案：${changes.length} 项工程的规模和投资`, en: `Size and cost of ${changes.length} works are written` }),
    } });
}

/** Names of the engines for which the network can be written. @type {Record<string, string>} */
export const ENGINES = { swmm: 'SWMM .inp', epanet: 'EPANET .inp' };

/** Where the network's file for an engine is. @param {import('./water.js').Water} water @param {string} engine */
export function engineFile({ works, year }, engine) {
    return `/api/water/network.inp?${new URLSearchParams({ format: engine, state: works, year })}`;
}

/** Whether there is a file for an engine; what keeps it from being written is kept to be read. @param {Desk} desk @param {string} engine @returns {Promise<boolean>} */
export async function exportable(desk, engine) {
    const { water } = desk.state;
    if (!water) return false;
    const findings = await attempt(desk, () => desk.api.works.findings(engineFile(water, engine)));
    if (desk.state.water) desk.set({ water: { ...desk.state.water, exported: findings?.length ? { engine, findings } : null } });
    return findings?.length === 0;
}
