/**
 * @typedef {import('./intake.js').FoundLayer} FoundLayer
 * @typedef {import('./intake.js').Intake} Intake
 * @typedef {import('./intake.js').Preview} Preview
 * @typedef {{x: number, y: number, lon: number|null, lat: number|null}} ControlPoint
 * @typedef {'new'|'update'|'replace'|'checkin'} Mode
 * @typedef {{source: number, take: boolean, target: string, crs: string, parameters: string, method: 'similarity'|'affine',
 *   points: ControlPoint[], fields: Record<string, string>, fixed: Record<string, string>, mode: Mode, key: string,
 *   leaveOut: number[], remove: number[], overwrite: number[], keep: number[], skipRefused: boolean, skipRepeated: boolean,
 *   closeOpen: boolean, takeOutside: boolean}} Choice
 *   `overwrite` and `keep`: conflicts decided for the file and for the plan
 * @typedef {'new'|'changed'|'same'|'vanished'|'conflict'} ItemState
 */

/** What the server would choose; the planner decides. @param {FoundLayer} layer @returns {Choice} */
export function suggested(layer) {
    const target = layer.target ?? '';
    return {
        source: layer.source,
        // What was deleted in a checked-out file is a change too, even where nothing is left.
        take: target !== '' && (layer.checkout || layer.count > layer.withoutShape),
        target,
        // A system that the file names and nobody knows is asked about, never guessed.
        crs: layer.question ? '' : (layer.candidates[0]?.crs ?? (layer.checkout ? 'EPSG:4490' : '')),
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
        keep: [],
        skipRefused: false,
        skipRepeated: false,
        closeOpen: false,
        takeOutside: false,
    };
}

/**
 * After another reading of the same files: what was decided about a layer still holds; its columns may have got other names.
 * @param {FoundLayer} layer @param {Choice} [before]
 */
export function again(layer, before) {
    const fresh = suggested(layer);
    if (!before || !layer.targets.some((t) => t.layer === before.target)) return fresh;
    const { take, target, crs, parameters, method, points, fixed, mode } = before;
    return { ...fresh, take, target, crs, parameters, method, points, fixed, mode, fields: fieldsFor(layer, target) };
}

/** @param {FoundLayer} layer @param {string} target */
export const fieldsFor = (layer, target) => ({ ...layer.targets.find((t) => t.layer === target)?.fields });

/** What the server is told. @param {Intake} intake */
export function chosen(intake) {
    return intake.choices.filter((c) => c.take && c.target).map(told);
}

/** What the page keeps to itself stays here. @param {Choice} choice */
function told(choice) {
    const sent = Object.entries(choice).filter(([name]) => name !== 'take' && name !== 'keep');
    return { ...Object.fromEntries(sent), points: choice.points.filter((p) => p.lon !== null && p.lat !== null) };
}

/** Something is taken, and what is laid on by hand has its two points. @param {Intake} intake */
export function canBePreviewed({ choices }) {
    const taken = choices.filter(({ take, target }) => take && target);
    const placed = (/** @type {Choice} */ { points }) => points.filter(({ lon }) => lon !== null).length;
    return taken.length > 0 && taken.every((choice) => choice.crs !== '' && (choice.crs !== 'points' || placed(choice) >= 2));
}

/** Whether what the file lacks goes without being asked. @param {Choice} choice */
export const removesMissing = ({ mode }) => mode === 'replace' || mode === 'checkin';

/** Conflicts that nobody has decided yet. @param {Choice} choice @param {Preview} preview */
export const undecided = ({ keep, overwrite }, { counts }) => (counts.conflict ?? 0) - keep.length - overwrite.length;

/** Records that cannot be taken and have not been given up. @param {Choice} choice @param {Preview} preview */
export const notGivenUp = ({ skipRefused }, { counts }) => (skipRefused ? 0 : (counts.refused ?? 0));

/** How many changes this layer would bring. @param {Choice} choice @param {Preview} preview */
export function changesOf(choice, { counts }) {
    const vanished = removesMissing(choice) ? (counts.vanished ?? 0) : choice.remove.length;
    const left = choice.leaveOut.length + (choice.skipRepeated ? (counts.repeated ?? 0) : 0);
    return (counts.new ?? 0) + (counts.changed ?? 0) - left + vanished + choice.overwrite.length;
}

/** Whether a layer has anything to tell. @param {Preview} preview */
export const saysSomething = ({ counts }) => ['new', 'changed', 'vanished', 'conflict', 'refused'].some((name) => counts[name]);

/**
 * What the choices come to over all layers.
 * @param {Intake} intake @returns {{changes: number, undecided: number, refused: number}}
 */
export function outcome({ choices, preview }) {
    const sum = (/** @type {(choice: Choice, layer: Preview) => number} */ of) =>
        (preview ?? []).reduce((total, layer) => total + of(choices[layer.source], layer), 0);
    return { changes: sum(changesOf), undecided: sum(undecided), refused: sum(notGivenUp) };
}
