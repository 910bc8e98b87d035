import { again, chosen, fieldsFor, saysSomething } from './intake-choices.js';
import { placeOf } from './place.js';
import { ApiProblem, show, tell } from './problems.js';

/**
 * @typedef {import('./desk.js').Desk} Desk
 * @typedef {import('./types.js').Words} Words
 * @typedef {import('./types.js').Geometry} Geometry
 * @typedef {import('./intake-choices.js').Choice} Choice
 * @typedef {{crs: string, title: Words, insideShare: number, declared: boolean, reason: Words, dots: [number, number][]}} Candidate
 * @typedef {{source: number, name: string, file: string, format: string, count: number, withoutShape: number,
 *   kinds: Record<string, number>, checkout: boolean, findings: Words[], declared?: Words, question?: Words, target: string|null,
 *   targets: {layer: string, fields: Record<string, string>}[], fields: {name: string, type: string}[],
 *   rows: {number: number, values: Record<string, unknown>}[], sample: [number, number][], columns?: {names: string[], roles: Record<string, string>, plots: boolean}, outline: [number, number][][], returned: boolean, candidates: Candidate[]}} FoundLayer
 * @typedef {{findings: Words[], layers: FoundLayer[]}} Found
 * @typedef {{state: import('./intake-choices.js').ItemState, number?: number, id?: number, label: string, shapeChanged?: boolean, already?: boolean, repeats?: boolean,
 *   deletedIn?: 'plan'|'file', attributes?: Record<string, [unknown, unknown]>, before?: Geometry, geometry?: Geometry}} Item
 * @typedef {{kind?: string, words: Words, count: number, first: {number: number, words: Words}[]}} Grouped what is the same of many records, and the first of them
 * @typedef {{source: number, target: string, counts: Record<string, number>, mended: Grouped[],
 *   dropped: {words: Words, count: number}[], noPieces: Grouped[], refused: {number: number, name: string, reason: Words, place: Geometry|null}[],
 *   repeated: {number: number, times: number}[], residualsM?: number[], items: Item[]}} Preview
 * @typedef {{state: 'idle'|'working', step: {phase: string, done: number, total: number}, found?: Found, preview?: Preview[], forecast?: import('./types.js').Forecast,
 *   applied?: {changeset: number}, problem?: {words: Words, field: string|null}}} Answer
 * @typedef {{id: string, stage: 'files'|'choose'|'preview', busy: boolean, step: Answer['step']|null, files: string[],
 *   encoding: string, columns: {file: string, layer: string, roles: Record<string, string>}[], found: Found|null, choices: Choice[], active: number, preview: Preview[]|null, forecast: import('./types.js').Forecast|null,
 *   problem: Words|null, calledOff: boolean, sending: AbortController|null, picking: number|null, blank: boolean}} Intake
 */
const ASK_AGAIN_MS = 350;
/** Opens the dialogue; a blank one is for a plan that is not made yet. @param {Desk} desk @param {{blank?: boolean, lon?: number}} [options] */
export async function open(desk, options = {}) {
    if (desk.state.intake) return;
    try {
        const { id } = await desk.api.intake.begin(options);
        desk.set({ intake: { ...fresh(id), blank: options.blank ?? false } });
    } catch (failure) {
        show(desk, failure);
    }
}

/** @param {string} id @returns {Intake} */
const fresh = (id) => ({
    id, stage: 'files', busy: false, step: null, files: [], encoding: '', columns: [], found: null, choices: [], active: 0, preview: null, forecast: null,
    problem: null, calledOff: false, sending: null, picking: null, blank: false,
});

/** Ends the dialogue; what was not written is forgotten. @param {Desk} desk */
export async function close(desk) {
    const { intake } = desk.state;
    desk.set({ intake: null });
    if (intake) await desk.api.intake.end(intake.id).catch(() => undefined);
}

/** Hands files over and has them read; files that could not be read before are not read again. @param {Desk} desk @param {File[]} files */
export async function add(desk, files) {
    if (files.length === 0) return;
    if (desk.state.intake?.busy) {
        tell(desk, 'busy', { zh: '上一步还在进行,完成或取消后再放入文件。', en: 'The last step is still going on. Drop the files when it is done or called off.' });
        return;
    }
    const blank = desk.state.newPlan !== null;
    if (desk.state.intake?.stage === 'files' && desk.state.intake.files.length > 0) await close(desk);
    if (!desk.state.intake) await open(desk, blank ? { blank, lon: desk.state.view?.lon } : {});
    if (!desk.state.intake) return;
    await guarded(desk, async (intake) => {
        const sending = new AbortController();
        patch(desk, { sending, step: { phase: 'sending', done: 0, total: files.length } });
        for (const [i, file] of files.entries()) {
            await desk.api.intake.file(intake.id, nameOf(file), file, sending.signal);
            patch(desk, { files: [...(desk.state.intake?.files ?? []), file.name] });
            patch(desk, { step: { phase: 'sending', done: i + 1, total: files.length } });
        }
        patch(desk, { sending: null });
        await survey(desk, intake);
    });
}

/** A file of a dropped folder keeps its folder. @param {File} file */
const nameOf = (file) => file.webkitRelativePath || file.name;

/** Reads the files again, with another encoding. @param {Desk} desk @param {string} encoding */
export function reread(desk, encoding) {
    patch(desk, { encoding });
    return guarded(desk, (intake) => survey(desk, intake));
}

/** Reads the files again, with what the columns of a table are. @param {Desk} desk @param {FoundLayer} layer @param {Record<string, string>} roles */
export function columns(desk, { file, name }, roles) {
    const others = desk.state.intake?.columns.filter((c) => c.file !== file || c.layer !== name) ?? [];
    patch(desk, { columns: [...others, { file, layer: name, roles }] });
    return guarded(desk, (intake) => survey(desk, intake));
}

/** A file that comes back from a checkout has nothing to choose: it is compared at once. @param {Desk} desk @param {Intake} intake */
async function survey(desk, intake) {
    await desk.api.intake.survey(intake.id, intake.encoding, intake.columns);
    const { found } = await settled(desk, intake.id);
    if (!found) return;
    const before = desk.state.intake?.choices ?? [];
    const known = (/** @type {FoundLayer} */ { name, file }) => intake.found?.layers.findIndex((l) => l.name === name && l.file === file) ?? -1;
    const choices = found.layers.map((layer) => again(layer, before[known(layer)])).map((choice) => (intake.blank ? outline(choice, found.layers[choice.source], desk) : choice));
    const active = Math.max(0, choices.findIndex((c) => c.take));
    patch(desk, { found, choices, active, stage: 'choose', preview: null });
    if (found.layers.every(({ checkout }) => checkout)) await compare(desk, { ...intake, choices });
    lookAt(desk);
}

/** A single shape is the district, several are its parts. @param {Choice} choice @param {FoundLayer} layer @param {Desk} desk @returns {Choice} */
function outline(choice, layer, desk) {
    const ofRole = (/** @type {string} */ role) => desk.state.plan?.layers.find((l) => l.role === role)?.id ?? '';
    if ([ofRole('boundary'), ofRole('zone')].includes(choice.target)) return { ...choice, mode: 'new' };
    const target = ofRole(layer.count > 1 ? 'zone' : 'boundary');
    const takes = layer.targets.some((t) => t.layer === target);
    return { ...choice, target: takes ? target : '', take: takes && layer.count > layer.withoutShape, fields: fieldsFor(layer, target), mode: 'new' };
}

/** Changes what is chosen for a layer; a preview made before no longer holds. @param {Desk} desk @param {number} source @param {Partial<Choice>} change */
export function choose(desk, source, change) {
    const { intake } = desk.state;
    if (!intake) return;
    const choices = intake.choices.map((c) => (c.source === source ? { ...c, ...change } : c));
    const onlyPicks = Object.keys(change).every((name) => ['leaveOut', 'remove', 'overwrite', 'keep', 'skipRefused', 'skipRepeated'].includes(name));
    patch(desk, onlyPicks ? { choices } : { choices, preview: null, stage: 'choose' });
    if (change.crs !== undefined) lookAt(desk);
}

/** @param {Desk} desk @param {number} active */
export function activate(desk, active) {
    patch(desk, { active });
    lookAt(desk);
}

/** Has the server say what would change. @param {Desk} desk */
export function preview(desk) {
    return guarded(desk, async (intake) => {
        await compare(desk, intake);
        lookAt(desk);
    });
}

/** The layer that has most to decide comes first. @param {Desk} desk @param {Intake} intake */
async function compare(desk, intake) {
    await desk.api.intake.preview(intake.id, chosen(intake));
    const answer = await settled(desk, intake.id);
    if (!answer.preview) return;
    const first = answer.preview.find(({ counts }) => counts.conflict) ?? answer.preview.find(saysSomething) ?? answer.preview[0];
    patch(desk, { preview: answer.preview, forecast: answer.forecast ?? null, stage: 'preview', active: first.source });
}

/** Records that are in the plan already are compared with it instead of being drawn twice. @param {Desk} desk @param {number} source */
export function updateInstead(desk, source) {
    choose(desk, source, { mode: 'update', leaveOut: [] });
    return preview(desk);
}

/** Back to the choices; what the preview said stays true until one of them changes. @param {Desk} desk */
export function revise(desk) {
    patch(desk, { stage: 'choose' });
}

/** Writes it as one changeset. @param {Desk} desk @param {string} comment */
export function apply(desk, comment) {
    return guarded(desk, async (intake) => {
        await desk.api.intake.apply(intake.id, desk.state.author || '—', comment, chosen(intake));
        const { applied } = await settled(desk, intake.id);
        if (!applied) return;
        tell(desk, 'imported', {
            zh: `已导入,为第 ${applied.changeset} 次修改;可撤销。`,
            en: `Imported as changeset ${applied.changeset}; it can be undone.`,
        }, { changeset: applied.changeset });
        await close(desk);
        await desk.refresh();
    });
}

/** Calls off whatever is going on; the dialogue stays as it was before. @param {Desk} desk */
export async function cancel(desk) {
    const { intake } = desk.state;
    if (!intake?.busy) return;
    patch(desk, { calledOff: true });
    intake.sending?.abort();
    await desk.api.intake.cancel(intake.id).catch(() => undefined);
}

/** Takes the next place clicked on the map as the place of a control point. @param {Desk} desk @param {number|null} point */
export function pick(desk, point) {
    patch(desk, { picking: point });
}

/** @param {Desk} desk @param {{lon: number, lat: number}} place */
export function picked(desk, place) {
    const { intake } = desk.state;
    if (!intake || intake.picking === null) return;
    const choice = intake.choices[intake.active];
    const points = choice.points.map((p, i) => (i === intake.picking ? { ...p, ...place } : p));
    patch(desk, { picking: null });
    choose(desk, choice.source, { points });
}

/**
 * Waits until the work at the server is done; a dialogue that was closed meanwhile gets no answer.
 * @param {Desk} desk @param {string} id @returns {Promise<Partial<Answer>>}
 */
async function settled(desk, id) {
    for (;;) {
        const answer = await desk.api.intake.state(id);
        if (desk.state.intake?.id !== id) return {};
        patch(desk, { step: answer.step });
        if (answer.state === 'idle') {
            if (!answer.problem) return answer;
            patch(desk, { problem: answer.problem.words });
            return {};
        }
        await new Promise((later) => setTimeout(later, ASK_AGAIN_MS));
        if (desk.state.intake?.id !== id) return {};
    }
}

/** @param {Desk} desk @param {(intake: Intake) => Promise<void>} work */
async function guarded(desk, work) {
    patch(desk, { busy: true, problem: null, calledOff: false });
    const { intake } = desk.state;
    if (!intake) return;
    try {
        await work(intake);
    } catch (failure) {
        if (desk.state.intake?.id !== intake.id) return;
        const words = failure instanceof ApiProblem ? { zh: failure.message, en: failure.message } : null;
        if (words) patch(desk, { problem: words });
        else show(desk, failure);
    }
    if (desk.state.intake?.id === intake.id) patch(desk, { busy: false, step: null, sending: null });
}

/** Moves the map to where the active layer would lie. @param {Desk} desk */
export function lookAt(desk) {
    const { intake } = desk.state;
    if (!intake?.found) return;
    const choice = intake.choices[intake.active];
    const items = intake.stage === 'preview' ? (intake.preview?.find(({ source }) => source === choice.source)?.items ?? []) : [];
    const shapes = items.flatMap(({ state, geometry }) => (geometry && state !== 'same' ? [geometry] : []));
    const candidate = intake.found.layers[intake.active].candidates.find((c) => c.crs === choice.crs);
    const coordinates = shapes.length ? shapes.map((shape) => shape.coordinates) : (candidate?.dots ?? []);
    if (coordinates.length) desk.goTo(placeOf(/** @type {Geometry} */ ({ type: 'GeometryCollection', coordinates })));
}

/** @param {Desk} desk @param {Partial<Intake>} change */
function patch(desk, change) {
    const { intake } = desk.state;
    if (intake) desk.set({ intake: { ...intake, ...change } });
}
