import { placeOf } from './place.js';
import { ApiProblem, show, tell } from './problems.js';

/**
 * @typedef {import('./desk.js').Desk} Desk
 * @typedef {import('./types.js').Words} Words
 * @typedef {import('./types.js').Geometry} Geometry
 * @typedef {{crs: string, title: Words, insideShare: number, declared: boolean, reason: Words, dots: [number, number][]}} Candidate
 * @typedef {{source: number, name: string, file: string, format: string, count: number, withoutShape: number,
 *   kinds: Record<string, number>, checkout: boolean, findings: Words[], declared?: Words, target: string|null,
 *   targets: {layer: string, fields: Record<string, string>}[], fields: {name: string, type: string}[],
 *   rows: {number: number, values: Record<string, unknown>}[], sample: [number, number][], outline: [number, number][][], returned: boolean, candidates: Candidate[]}} FoundLayer
 * @typedef {{findings: Words[], layers: FoundLayer[]}} Found
 * @typedef {{x: number, y: number, lon: number|null, lat: number|null}} ControlPoint
 * @typedef {'new'|'update'|'replace'|'checkin'} Mode
 * @typedef {{source: number, take: boolean, target: string, crs: string, parameters: string, method: 'similarity'|'affine',
 *   points: ControlPoint[], fields: Record<string, string>, fixed: Record<string, string>, mode: Mode, key: string,
 *   leaveOut: number[], remove: number[], overwrite: number[], skipRefused: boolean}} Choice
 * @typedef {{state: 'new'|'changed'|'same'|'vanished'|'conflict', number?: number, id?: number, label: string, shapeChanged?: boolean,
 *   attributes?: Record<string, [unknown, unknown]>, before?: Geometry, geometry?: Geometry}} Item
 * @typedef {{source: number, target: string, counts: Record<string, number>, mended: {words: Words, count: number}[],
 *   dropped: {words: Words, count: number}[], refused: {number: number, reason: Words, place: Geometry|null}[],
 *   residualsM?: number[], items: Item[]}} Preview
 * @typedef {{state: 'idle'|'working', step: {phase: string, done: number, total: number}, found?: Found, preview?: Preview[],
 *   applied?: {changeset: number}, problem?: {words: Words, field: string|null}}} Answer
 * @typedef {{id: string, stage: 'files'|'choose'|'preview', busy: boolean, step: Answer['step']|null, files: string[],
 *   encoding: string, found: Found|null, choices: Choice[], active: number, preview: Preview[]|null,
 *   problem: Words|null, picking: number|null}} Intake
 */

const ASK_AGAIN_MS = 350;

/** Opens the dialogue. @param {Desk} desk */
export async function open(desk) {
    if (desk.state.intake) return;
    try {
        const { id } = await desk.api.intake.begin();
        desk.set({ intake: fresh(id) });
    } catch (failure) {
        show(desk, failure);
    }
}

/** @param {string} id @returns {Intake} */
const fresh = (id) => ({
    id, stage: 'files', busy: false, step: null, files: [], encoding: '', found: null, choices: [], active: 0, preview: null,
    problem: null, picking: null,
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
    if (desk.state.intake?.busy) return;
    if (desk.state.intake?.stage === 'files' && desk.state.intake.files.length > 0) await close(desk);
    if (!desk.state.intake) await open(desk);
    const { intake } = desk.state;
    if (!intake) return;
    patch(desk, { busy: true, problem: null, step: { phase: 'sending', done: 0, total: files.length } });
    await guarded(desk, async () => {
        for (const [i, file] of files.entries()) {
            await desk.api.intake.file(intake.id, nameOf(file), file);
            patch(desk, { files: [...(desk.state.intake?.files ?? []), file.name] });
            patch(desk, { step: { phase: 'sending', done: i + 1, total: files.length } });
        }
        await survey(desk);
    });
}

/** A file of a dropped folder keeps its folder. @param {File} file */
const nameOf = (file) => file.webkitRelativePath || file.name;

/** Reads the files again, with another encoding. @param {Desk} desk @param {string} encoding */
export async function reread(desk, encoding) {
    patch(desk, { encoding });
    await guarded(desk, () => survey(desk));
}

/** @param {Desk} desk */
async function survey(desk) {
    const intake = /** @type {Intake} */ (desk.state.intake);
    await desk.api.intake.survey(intake.id, intake.encoding);
    const { found } = await settled(desk);
    if (!found) return;
    const choices = found.layers.map((layer) => suggested(layer));
    const active = Math.max(0, choices.findIndex((c) => c.take));
    patch(desk, { found, choices, active, stage: 'choose', preview: null });
    lookAt(desk);
}

/** What the server would choose; the planner decides. @param {FoundLayer} layer @returns {Choice} */
export function suggested(layer) {
    const target = layer.target ?? '';
    const best = layer.candidates[0];
    return {
        source: layer.source,
        take: target !== '' && layer.count > layer.withoutShape,
        target,
        crs: best?.crs ?? '',
        parameters: '',
        method: 'similarity',
        points: [],
        fields: fieldsFor(layer, target),
        fixed: {},
        mode: layer.checkout ? 'checkin' : layer.returned ? 'update' : 'new',
        key: '',
        leaveOut: [],
        remove: [],
        overwrite: [],
        skipRefused: false,
    };
}

/** @param {FoundLayer} layer @param {string} target */
export const fieldsFor = (layer, target) => ({ ...layer.targets.find((t) => t.layer === target)?.fields });

/** Changes what is chosen for a layer; a preview made before no longer holds. @param {Desk} desk @param {number} source @param {Partial<Choice>} change */
export function choose(desk, source, change) {
    const { intake } = desk.state;
    if (!intake) return;
    const choices = intake.choices.map((c) => (c.source === source ? { ...c, ...change } : c));
    const onlyPicks = Object.keys(change).every((name) => ['leaveOut', 'remove', 'overwrite', 'skipRefused'].includes(name));
    patch(desk, onlyPicks ? { choices } : { choices, preview: null, stage: 'choose' });
    if (change.crs !== undefined) lookAt(desk);
}

/** @param {Desk} desk @param {number} active */
export function activate(desk, active) {
    patch(desk, { active });
    lookAt(desk);
}

/** Has the server say what would change. @param {Desk} desk */
export async function preview(desk) {
    const { intake } = desk.state;
    if (!intake) return;
    await guarded(desk, async () => {
        await desk.api.intake.preview(intake.id, chosen(intake));
        const answer = await settled(desk);
        if (!answer.preview) return;
        patch(desk, { preview: answer.preview, stage: 'preview' });
        lookAt(desk);
    });
}

/** Back to the choices; what the preview said stays true until one of them changes. @param {Desk} desk */
export function revise(desk) {
    patch(desk, { stage: 'choose' });
}

/** Writes it as one changeset. @param {Desk} desk @param {string} comment */
export async function apply(desk, comment) {
    const { intake } = desk.state;
    if (!intake) return;
    await guarded(desk, async () => {
        await desk.api.intake.apply(intake.id, desk.state.author || '—', comment, chosen(intake));
        const { applied } = await settled(desk);
        if (!applied) return;
        tell(desk, 'imported', {
            zh: `已导入,为第 ${applied.changeset} 次修改;可撤销。`,
            en: `Imported as changeset ${applied.changeset}; it can be undone.`,
        });
        await close(desk);
        await desk.refresh();
    });
}

/** @param {Desk} desk */
export async function cancel(desk) {
    const { intake } = desk.state;
    if (intake?.busy) await desk.api.intake.cancel(intake.id).catch(() => undefined);
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

/** @param {Intake} intake */
function chosen(intake) {
    return intake.choices
        .filter((c) => c.take && c.target)
        .map(({ take, points, ...rest }) => ({ ...rest, points: take ? points.filter((p) => p.lon !== null && p.lat !== null) : [] }));
}

/** Waits until the work at the server is done. @param {Desk} desk @returns {Promise<Answer>} */
async function settled(desk) {
    for (;;) {
        const { intake } = desk.state;
        if (!intake) return { state: 'idle', step: { phase: 'waiting', done: 0, total: 0 } };
        const answer = await desk.api.intake.state(intake.id);
        patch(desk, { step: answer.step });
        if (answer.state === 'idle') {
            if (answer.problem) patch(desk, { problem: answer.problem.words });
            return answer.problem ? { ...answer, found: undefined, preview: undefined, applied: undefined } : answer;
        }
        await new Promise((later) => setTimeout(later, ASK_AGAIN_MS));
    }
}

/** @param {Desk} desk @param {() => Promise<void>} work */
async function guarded(desk, work) {
    patch(desk, { busy: true, problem: null });
    try {
        await work();
    } catch (failure) {
        const words = failure instanceof ApiProblem ? { zh: failure.message, en: failure.message } : null;
        if (words) patch(desk, { problem: words });
        else show(desk, failure);
    }
    patch(desk, { busy: false, step: null });
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
