import { untilTaken } from './again.js';
import * as intake from './intake.js';
import { park } from './parked.js';
import { placeOf } from './place.js';
import { ApiProblem, attempt, show } from './problems.js';
import { calledBy, layerOf, nameIn } from './roles.js';

/**
 * @typedef {import('./desk.js').Desk} Desk
 * @typedef {import('./types.js').Attributes} Attributes
 * @typedef {import('./types.js').Geometry} Geometry
 * @typedef {import('./types.js').Words} Words
 * @typedef {{layer: string, feature: {type: string, properties: Attributes, geometry: Geometry}}} Outline
 * @typedef {{text: string, title: Words, why: Words, edgeCmPerKm: number}} PlaneOffer
 * @typedef {{meridian: string, east: string, north: string, height: string}} LocalPlane
 * @typedef {{id: string, title: Words, targets: Attributes[]}} Template
 * @typedef {{name: string, open: boolean, title?: Words, district?: Words, year?: number}} Neighbour a plan beside the open one
 *
 * A plan that is being made: nothing of it is anywhere else until it is made.
 * @typedef {object} NewPlan
 * @property {string} id the same however often it is sent: one plan is made of it
 * @property {'form'|'drawing'|'making'} stage
 * @property {Attributes} identity
 * @property {Outline[]} outlines the district, and sub-districts
 * @property {PlaneOffer[]} offers
 * @property {string} plane the text of the chosen one; LOCAL where its numbers are typed
 * @property {LocalPlane} local
 * @property {PlaneOffer|null} judged the plane of the typed numbers
 * @property {Template[]} templates
 * @property {string} template
 * @property {Attributes[]} targets
 * @property {import('./types.js').ProblemDocument|null} problem
 */

/** A plane whose numbers are typed. */
export const LOCAL = 'local';

/** @returns {LocalPlane} */
const NUMBERS = () => ({ meridian: '', east: '500000', north: '0', height: '0' });

/** Lays an empty form open. @param {Desk} desk */
export async function open(desk) {
    if (desk.state.newPlan) return;
    const templates = await attempt(desk, () => desk.api.templates());
    if (!templates) return;
    const [first] = templates;
    desk.set({
        newPlan: {
            id: crypto.randomUUID(), stage: 'form', identity: { title_zh: '', district_zh: '', year: new Date().getFullYear() }, outlines: [], offers: [], plane: '', local: NUMBERS(),
            judged: null, templates, template: first?.id ?? '', targets: copied(first), problem: null,
        },
    });
}

/** @param {Template|undefined} template @returns {Attributes[]} */
const copied = (template) => (template?.targets ?? []).map((target) => ({ ...target }));

/** @param {Desk} desk */
export function close(desk) {
    if (desk.state.intake?.blank) void intake.close(desk);
    desk.set({ newPlan: null });
}

/** @param {Desk} desk @param {Partial<NewPlan>} change */
function patch(desk, change) {
    const { newPlan } = desk.state;
    if (newPlan) desk.set({ newPlan: { ...newPlan, ...change } });
}

/** @param {Desk} desk @param {string} name @param {unknown} value */
export function fill(desk, name, value) {
    const { newPlan } = desk.state;
    if (newPlan) patch(desk, { identity: { ...newPlan.identity, [name]: value }, problem: null });
}

/** The next shape drawn on the map is the district; what is in hand is put aside first. @param {Desk} desk */
export function draw(desk) {
    park(desk);
    if (desk.state.tool !== 'select') desk.set({ tool: 'select' });
    patch(desk, { stage: 'drawing', problem: null });
}

/** @param {Desk} desk */
export function stopDrawing(desk) {
    patch(desk, { stage: 'form' });
}

/** @param {Desk} desk @param {Geometry} geometry */
export function drawn(desk, geometry) {
    return outlined(desk, [{ layer: districtOf(desk), feature: { type: 'Feature', properties: {}, geometry } }]);
}

/** @param {Desk} desk */
const districtOf = (desk) => desk.state.plan?.layers.find(({ role }) => role === 'boundary')?.id ?? 'district';

/** Takes the district from files: they are read and laid on the map as for an import, and come back here. @param {Desk} desk @param {File[]} files */
export async function bring(desk, files) {
    stopDrawing(desk);
    await intake.open(desk, { blank: true, lon: desk.state.view?.lon });
    if (files.length) await intake.add(desk, files);
}

/** What was read from the files is the new plan's. @param {Desk} desk */
export async function take(desk) {
    const open = desk.state.intake;
    if (!open) return;
    const shapes = await attempt(desk, () => desk.api.intake.shapes(open.id));
    if (!shapes) return;
    const left = (/** @type {{source: number, number: number}} */ { source, number }) => open.choices[source]?.leaveOut.includes(number);
    const outlines = shapes.filter((shape) => !left(shape)).map(({ layer, feature }) => ({ layer, feature }));
    await intake.close(desk);
    const district = outlines.find(({ layer }) => layer === districtOf(desk));
    const named = district && nameIn(layerOf(desk.state.plan, district.layer), district.feature.properties);
    if (named && !desk.state.newPlan?.identity.district_zh) fill(desk, 'district_zh', named);
    await outlined(desk, outlines);
}

/** @param {Desk} desk @param {Outline[]} outlines */
async function outlined(desk, outlines) {
    patch(desk, { stage: 'form', outlines, offers: [], judged: null, problem: null });
    if (outlines.length === 0) return;
    desk.goTo(placeOf(whole(outlines)));
    await guarded(desk, async () => {
        const offers = await desk.api.planes(box(outlines));
        const { newPlan } = desk.state;
        if (newPlan?.outlines !== outlines) return;
        const meridian = /[\d.]+/.exec(offers.at(-1)?.title.en ?? '')?.[0] ?? '';
        patch(desk, { offers, plane: offers[0].text, local: { ...newPlan.local, meridian } });
    });
}

/** @param {Outline[]} outlines @returns {Geometry} */
const whole = (outlines) => ({ type: 'GeometryCollection', coordinates: outlines.map(({ feature }) => feature.geometry.coordinates) });

/** @param {Outline[]} outlines @returns {number[]} west, south, east, north */
function box(outlines) {
    const place = placeOf(whole(outlines));
    return place.bbox ?? [place.lon, place.lat, place.lon, place.lat];
}

/** @param {Desk} desk @param {string} plane */
export function choosePlane(desk, plane) {
    patch(desk, { plane, problem: null });
    return plane === LOCAL ? judge(desk) : Promise.resolve();
}

/** @param {Desk} desk @param {Partial<LocalPlane>} numbers */
export function typePlane(desk, numbers) {
    const { newPlan } = desk.state;
    if (newPlan) patch(desk, { local: { ...newPlan.local, ...numbers } });
    return judge(desk);
}

/** Asks what the typed plane does to lengths. @param {Desk} desk */
function judge(desk) {
    return guarded(desk, async () => {
        const { newPlan } = desk.state;
        if (!newPlan) return;
        const { local, outlines } = newPlan;
        patch(desk, { judged: null, problem: null });
        const [judged] = await desk.api.planes(box(outlines), local);
        if (desk.state.newPlan?.local === local) patch(desk, { judged });
    });
}

/** @param {Desk} desk @param {string} id */
export function chooseTemplate(desk, id) {
    patch(desk, { template: id, targets: copied(desk.state.newPlan?.templates.find((t) => t.id === id)), problem: null });
}

/** @param {Desk} desk @param {number} index @param {Attributes} values */
export function fillTarget(desk, index, values) {
    const targets = desk.state.newPlan?.targets.map((target, i) => (i === index ? { ...target, ...values } : target));
    if (targets) patch(desk, { targets, problem: null });
}

/** @param {Desk} desk */
export function addTarget(desk) {
    const { newPlan } = desk.state;
    if (!newPlan) return;
    const taken = new Set(newPlan.targets.map(({ code }) => code));
    let number = newPlan.targets.length + 1;
    while (taken.has(`target_${number}`)) number++;
    patch(desk, { targets: [...newPlan.targets, { code: `target_${number}`, title_zh: '', measure: 'net area', method: 'plane', unit: 'm2', value: null }] });
}

/** @param {Desk} desk @param {number} index */
export function removeTarget(desk, index) {
    const targets = desk.state.newPlan?.targets.filter((_, i) => i !== index);
    if (targets) patch(desk, { targets, problem: null });
}

/** Makes the plan; the page begins anew with it. What is refused stays in the form, with the reason at its field. @param {Desk} desk */
export async function make(desk) {
    const { newPlan } = desk.state;
    if (!newPlan || newPlan.stage === 'making') return;
    const { identity, outlines, targets, plane, judged } = newPlan;
    const features = outlines.map(({ layer, feature }) => ({
        layer,
        feature: { ...feature, properties: calledBy(layerOf(desk.state.plan, layer), feature.properties, identity.district_zh) },
    }));
    patch(desk, { stage: 'making', problem: null });
    const made = await guarded(desk, async () => {
        await untilTaken(desk, (id) => desk.api.makePlan({ id, identity: { ...identity, plane: plane === LOCAL ? (judged?.text ?? '') : plane }, targets, features }), { id: newPlan.id, wanted: () => desk.state.newPlan !== null });
        desk.set({ newPlan: null });
        desk.leave(null);
    });
    if (!made) patch(desk, { stage: 'form' });
}

/** The plans beside the open one. @param {Desk} desk */
export async function neighbours(desk) {
    const found = await attempt(desk, () => desk.api.plans());
    if (found) desk.set({ neighbours: found });
}

/** Opens another plan in the place of this one. @param {Desk} desk @param {string} name */
export async function openPlan(desk, name) {
    const done = await attempt(desk, async () => {
        await desk.api.openPlan(name);
        return true;
    });
    if (done) desk.leave(null);
}

/** Shows what is refused in the form. @param {Desk} desk @param {() => Promise<void>} work @returns {Promise<boolean>} */
async function guarded(desk, work) {
    try {
        await work();
        return true;
    } catch (failure) {
        if (failure instanceof ApiProblem && desk.state.newPlan && !failure.document.otherPlan) patch(desk, { problem: failure.document });
        else show(desk, failure);
        return false;
    }
}
