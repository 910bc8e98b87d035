import { lay } from './draft.js';
import { applied } from './plots.js';
import { attempt, tell } from './problems.js';
import { doneBy } from './said.js';

/** @typedef {import('./desk.js').Desk} Desk */

/** Takes back this person's last changeset, also after a reload. @param {Desk} desk */
export function undo(desk) {
    return step(desk, () => desk.api.undo(desk.state.author || '—'), () => {
        const what = known(desk, desk.state.undo.undo);
        return { zh: `已撤销：${what.zh}`, en: `Undone: ${what.en}` };
    });
}

/** @param {Desk} desk */
export function redo(desk) {
    return step(desk, () => desk.api.redo(desk.state.author || '—'), () => {
        const what = known(desk, desk.state.undo.redo);
        return { zh: `已重做：${what.zh}`, en: `Redone: ${what.en}` };
    });
}

/** Brings a deleted feature back as it last was. @param {Desk} desk @param {import('./types.js').Ref} ref */
export function restore(desk, ref) {
    return step(desk, () => desk.api.restore(ref, desk.state.author || '—'), () => ({ zh: '已恢复', en: 'Restored' }));
}

/** What was not taken of an edit in another program comes onto the desk as a draft. @param {Desk} desk @param {number} number */
export async function openTold(desk, number) {
    const wrote = await attempt(desk, () => desk.api.told(number));
    if (wrote) lay(desk, wrote);
}

/** @param {Desk} desk @param {import('./types.js').UndoStep|null} step */
function known({ state }, step) {
    const line = state.history.find(({ changeset }) => changeset === step?.changeset);
    return step ? doneBy(line, step.changeset) : { zh: '', en: '' };
}

/**
 * What is asked for while another step is under way waits for its turn, and goes with it where that fails: it was meant to come after.
 * @param {Desk} desk @param {() => Promise<import('./types.js').Applied>} work @param {() => import('./types.js').Words} done what is told, asked before it is done
 */
async function step(desk, work, done) {
    // While something is saved there is nothing to take back yet.
    if (desk.state.saving && !desk.steps) return;
    const turn = (desk.steps ?? Promise.resolve(true)).then((well) => well && one(desk, work, done));
    desk.steps = turn;
    await turn;
    if (desk.steps === turn) desk.steps = null;
}

/**
 * @param {Desk} desk @param {() => Promise<import('./types.js').Applied>} work @param {() => import('./types.js').Words} done
 * @returns {Promise<boolean>} whether it was done
 */
async function one(desk, work, done) {
    const words = done();
    desk.set({ saving: true, problem: null });
    const well = await attempt(desk, async () => {
        await applied(desk, await work());
        tell(desk, 'stepped', words);
        return true;
    });
    desk.set({ saving: false });
    return well === true;
}
