import * as asked from './asked.js';
import { CheckQueue } from './check-queue.js';
import * as draft from './draft.js';
import * as history from './history.js';
import * as intake from './intake.js';
import * as lit from './lit.js';
import * as live from './live.js';
import * as merge from './merge.js';
import * as newPlan from './new-plan.js';
import * as parked from './parked.js';
import { tell } from './problems.js';
import * as records from './records.js';
import * as selection from './selection.js';
import { setAside } from './set-aside.js';
import * as settings from './settings.js';
import { firstState } from './state.js';
import { Table } from './table.js';
import * as together from './together.js';
import * as water from './water.js';

/** @typedef {import('./types.js').State} State */
/** @typedef {import('./types.js').Ref} Ref */
/** @typedef {import('./types.js').Tool} Tool */

/**
 * What the person at the map has before them, and everything they can do. The map and the panels read `state`, listen to
 * `change` (detail.keys: the names of what changed) and call the actions; they never speak to each other.
 */
export class Desk extends EventTarget {
    /**
     * @param {import('../api.js').Api} api
     * @param {{get: (key: string) => string|null, set: (key: string, value: string) => void}} memory what outlives a reload
     * @param {string} hash the page's address after the #
     */
    constructor(api, memory = { get: () => null, set: () => {} }, hash = '') {
        super();
        this.api = api;
        this.memory = memory;
        /** @type {Readonly<State>} */
        this.state = Object.freeze({ ...firstState(), ...settings.remembered(memory), ...settings.fromHash(hash) });
        this.checks = new CheckQueue((shape, signal) => api.check(shape, signal), (answer, problem) => draft.showCheck(this, answer, problem));
        this.table = new Table(this);
        /** What is done with a record that two people changed, or with its past. */
        this.record = records.actions(this, (action) => this.#writing(action));
        /** The last undo, redo or restore that is under way or waits. @type {Promise<boolean>|null} */
        this.steps = null;
        api.locale = this.state.locale;
    }

    /**
     * Replaces part of the state and tells who listens. Nothing is told when nothing differs.
     * @param {Partial<State>} patch
     */
    set(patch) {
        const before = /** @type {Record<string, unknown>} */ (this.state);
        const keys = new Set(Object.entries(patch).filter(([k, v]) => before[k] !== v).map(([k]) => k));
        if (keys.size === 0) return;
        this.state = Object.freeze({ ...this.state, ...patch, ...lit.outlived(keys) });
        this.dispatchEvent(new CustomEvent('change', { detail: { keys } }));
    }

    /** Whether the plan can be changed from here; what would change it is switched off where not. */
    get mayWrite() {
        return !this.state.plan?.readOnly;
    }

    /** Does what changes the plan, or says why it cannot be changed. @template T @param {() => T} action @returns {T|undefined} */
    #writing(action) {
        const why = this.state.plan?.readOnly;
        if (!why) return action();
        tell(this, 'read-only', why);
    }

    /** The address was changed. @param {string} hash */
    follow(hash) { return live.address(this, hash); }
    /** Asks for the plan. */
    begin() { return live.begin(this); }
    /** Shows the plan and follows what others change. @param {ReturnType<typeof live.begin>} [begun] what was asked for already */
    start(begun = this.begin()) { return live.start(this, begun); }
    /** Fills the table, targets and history anew. */
    refresh() { return live.refresh(this); }
    /** @param {Ref[]} refs @param {{add?: boolean}} [options] */
    select(refs, options) { return selection.select(this, refs, options); }
    /** @param {Ref} ref */
    inspect(ref) { return selection.inspect(this, ref); }
    /** Brings all that is selected before the person. */
    fitSelection() { together.fit(this); }
    clearSelection() { selection.clear(this); }
    /** Shows on the map where a part lies that does not count, or no longer. @param {import('./lit.js').Part} overlap */
    light(overlap) { return lit.light(this, overlap); }
    /** @param {string} q */
    search(q) { return this.api.search(q); }
    /** After a number's plots were looked at alone: the whole plan again. */
    showAll() { this.set({ conditions: [], figure: null, dimmed: false }); }
    /** @param {import('./types.js').Place} place */
    goTo(place) { this.set({ flyTo: { ...place } }); }
    /** @param {Tool} tool @param {{layer?: string}} [options] */
    setTool(tool, options) { return draft.writes(tool) ? this.#writing(() => draft.setTool(this, tool, options)) : draft.setTool(this, tool, options); }
    /** @param {import('./types.js').Geometry} geometry */
    setDraftGeometry(geometry) { this.#writing(() => draft.setGeometry(this, geometry)); }
    /** @param {import('./types.js').Attributes} attributes */
    setDraftAttributes(attributes) { this.#writing(() => draft.setAttributes(this, attributes)); }
    finishDraft() { draft.finish(this); }
    /** Saves the draft with all the hand has done to it: whoever holds a movement back tells it at `settle`. */
    save() {
        this.dispatchEvent(new Event('settle'));
        return draft.save(this);
    }
    /** The same, and the tool stays in the hand for the next one. */
    saveAndGoOn() {
        this.dispatchEvent(new Event('settle'));
        return draft.saveAndGoOn(this);
    }
    /** Throws the draft away; a notice takes that back. */
    cancelDraft() { parked.discard(this); }
    /** Puts the draft aside, where it waits. */
    parkDraft() { parked.park(this); }
    /** @param {import('./types.js').Draft} draft */
    resumeDraft(draft) { this.#writing(() => parked.resume(this, draft)); }
    /** @param {import('./types.js').Draft} draft */
    forgetDraft(draft) { parked.forget(this, draft); }
    /** @param {[number, number][]} corners longitude, latitude */
    setDraftCorners(corners) { draft.setCorners(this, corners); }
    /** After a conflict: writes the draft over what the other person saved. */
    drawAnew() { return merge.drawAnew(this); }
    /** After a conflict: drops the draft and shows what the other person saved. */
    letGo() { return merge.letGo(this); }
    /** @param {string} name @param {'mine'|'theirs'} whose */
    pick(name, whose) { merge.pick(this, name, whose); }
    /** Saves what was chosen of what both wrote. */
    settle() { return merge.settle(this); }
    /** @param {Ref[]} refs */
    remove(refs) { return this.#writing(() => asked.removeAsked(this, refs)); }
    /** @param {Ref[]} refs @param {string} status */
    batchStatus(refs, status) { return this.#writing(() => asked.statusAsked(this, refs, status)); }
    /** @param {Ref[]} refs @param {import('./types.js').Attribute} attribute @param {unknown} value @param {string} said */
    batchAttribute(refs, attribute, value, said) { return this.#writing(() => asked.attributeAsked(this, refs, attribute, value, said)); }
    /** Does what was asked about. */
    agree() { return this.#writing(() => asked.agree(this)); }
    decline() { this.set({ question: null }); }
    undo() { return this.#writing(() => history.undo(this)); }
    redo() { return this.#writing(() => history.redo(this)); }
    /** @param {Ref} ref */
    restore(ref) { return this.#writing(() => history.restore(this, ref)); }
    /** @param {number} number */
    openTold(number) { return this.#writing(() => history.openTold(this, number)); }
    /** @param {string} id @param {{visible?: boolean, opacity?: number}} view */
    setLayer(id, view) { settings.setLayer(this, id, view); }
    /** @param {'light'|'dark'|'auto'} theme */
    setTheme(theme) { settings.remember(this, { theme }); }
    /** @param {'zh'|'en'} locale */
    setLocale(locale) { return settings.setLocale(this, locale); }
    /** @param {string} author */
    setAuthor(author) { return settings.setAuthor(this, author); }
    /** @param {boolean} snapping */
    setSnapping(snapping) { settings.remember(this, { snapping }); }
    /** @param {{lon: number, lat: number}|null} place */
    setCursor(place) { settings.setCursor(this, place); }
    /** @param {NonNullable<import('./types.js').State['view']>} view */
    setView(view) { this.set({ view }); }
    /** @param {import('./types.js').Notice} notice */
    dismiss(notice) { this.set({ notices: this.state.notices.filter((n) => n !== notice) }); }
    formats() { return this.api.formats(); }
    openImport() { return this.#writing(() => intake.open(this)); }
    closeImport() { return intake.close(this); }
    /** @param {File[]} files */
    importFiles(files) { return this.#writing(() => intake.add(this, files)); }
    /** @param {string} encoding */
    rereadImport(encoding) { return intake.reread(this, encoding); }
    /** @param {import('./intake.js').FoundLayer} layer @param {Record<string, string>} roles */
    columnsOfImport(layer, roles) { return intake.columns(this, layer, roles); }
    /** @param {number} source @param {Partial<import('./intake-choices.js').Choice>} change */
    chooseImport(source, change) { intake.choose(this, source, change); }
    /** @param {number} source */
    activateImport(source) { intake.activate(this, source); }
    reviseImport() { intake.revise(this); }
    previewImport() { return intake.preview(this); }
    /** @param {number} source */
    updateInstead(source) { return intake.updateInstead(this, source); }
    /** @param {string} comment */
    applyImport(comment) { return intake.apply(this, comment); }
    cancelImport() { return intake.cancel(this); }
    /** @param {number|null} point */
    pickForImport(point) { intake.pick(this, point); }
    /** @param {{lon: number, lat: number}} place */
    pickedForImport(place) { intake.picked(this, place); }
    /** Lays open the records of a kind, such as the plan's targets. @param {string} kind @param {number} [id] the one in the form */
    openRecords(kind, id) { return records.open(this, kind, id); }
    closeRecords() { records.close(this); }
    /** @param {number|null} id */
    chooseRecord(id) { return records.choose(this, id); }
    /** @param {string} name @param {unknown} value */
    fillRecord(name, value) { this.#writing(() => records.fill(this, name, value)); }
    saveRecord() { return this.#writing(() => records.save(this)); }
    removeRecord() { return this.#writing(() => records.remove(this)); }
    /** Lays the water open: its verdicts and its network. */
    openWater() { return water.open(this); }
    closeWater() { water.close(this); }
    /** @param {import('./water.js').Works} works */
    showWorks(works) { return water.show(this, works); }
    /** @param {string} year */
    setWaterYear(year) { return water.setYear(this, year); }
    /** @param {number} month */
    setWaterMonth(month) { water.setMonth(this, month); }
    /** @param {string|null} lake */
    showLake(lake) { return water.showLake(this, lake); }
    /** @param {string[]} features */
    lightWater(features) { water.light(this, features); }
    /** Lays the form of a new plan open. */
    openNewPlan() { return this.#writing(() => newPlan.open(this)); }
    closeNewPlan() { newPlan.close(this); }
    /** @param {string} name @param {unknown} value */
    fillNewPlan(name, value) { newPlan.fill(this, name, value); }
    drawNewPlan() { newPlan.draw(this); }
    stopDrawingNewPlan() { newPlan.stopDrawing(this); }
    /** @param {import('./types.js').Geometry} geometry */
    drawnForNewPlan(geometry) { return newPlan.drawn(this, geometry); }
    /** @param {File[]} [files] */
    bringToNewPlan(files = []) { return newPlan.bring(this, files); }
    takeToNewPlan() { return newPlan.take(this); }
    /** @param {string} plane */
    choosePlane(plane) { return newPlan.choosePlane(this, plane); }
    /** @param {Partial<import('./new-plan.js').LocalPlane>} numbers */
    typePlane(numbers) { return newPlan.typePlane(this, numbers); }
    /** @param {string} id */
    chooseTemplate(id) { newPlan.chooseTemplate(this, id); }
    /** @param {number} index @param {import('./types.js').Attributes} values */
    fillNewTarget(index, values) { newPlan.fillTarget(this, index, values); }
    addNewTarget() { newPlan.addTarget(this); }
    /** @param {number} index */
    removeNewTarget(index) { newPlan.removeTarget(this, index); }
    makeNewPlan() { return newPlan.make(this); }
    listPlans() { return newPlan.neighbours(this); }
    /** @param {string} name */
    openPlan(name) { return newPlan.openPlan(this, name); }
    /**
     * Another plan is open, or another copy of this one: nothing that this page holds can be trusted, and what is in hand is put away for the
     * plan it is meant for.
     * @param {string|null} plan the key of the one that is open now, where that is known
     */
    leave(plan) {
        const same = plan === this.state.plan?.key;
        setAside(this);
        this.dispatchEvent(new CustomEvent('strange', { detail: { same } }));
    }
    dismissProblem() { this.set({ problem: null }); }
}
