import { nearlyReached } from './bound.js';
import { touched, key } from './plots.js';
import { attempt, show, tell } from './problems.js';
import * as records from './records.js';
import { inspect } from './selection.js';
import { readHash } from './share.js';
import { takeBack } from './set-aside.js';
import { count } from './together.js';
import { useUnits } from './units.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').ChangeEvent} ChangeEvent */

const HISTORY_LINES = 50;
const REFRESH_AFTER_MS = 150;

/** Asks for the plan. @param {Desk} desk */
export function begin(desk) {
    return attempt(desk, () => desk.api.plan());
}

/** @param {Desk} desk @param {ReturnType<typeof begin>} begun */
export async function start(desk, begun) {
    const plan = await begun;
    if (!plan) return;
    useUnits(plan.units);
    const seen = /** @type {Record<string, object|undefined>} */ (desk.state.layers);
    const layers = plan.layers.map((l) => [l.id, { visible: true, opacity: 1, ...seen[l.id] }]);
    const author = desk.state.author || guest(desk);
    desk.set({ plan, layers: Object.fromEntries(layers), author });
    // Why it cannot be changed stands at the top for as long as that is so.
    for (const { text } of plan.news) if (text.en !== plan.readOnly?.en) tell(desk, 'opened', text);
    follow(desk, plan.lastStamp);
    const { selection } = desk.state;
    await Promise.all([refresh(desk), selection.length === 1 ? inspect(desk, selection[0]) : null]);
    takeBack(desk);
}

/** Shows what an address says: another view, other features, or the plots behind a number. What is being drawn stays. @param {Desk} desk @param {string} hash */
export async function address(desk, hash) {
    const { view, selection, conditions } = readHash(hash);
    if (conditions.length) {
        desk.set({ conditions, figure: null });
        return desk.table.load();
    }
    if (!view) return;
    if (desk.state.conditions.length) desk.showAll();
    desk.goTo({ lon: view.lon, lat: view.lat, zoom: view.zoom });
    if (!desk.state.draft && selection.length) await desk.select(selection);
}

/** Until someone gives a name, each browser is its own author, so that nobody undoes a stranger's work. @param {Desk} desk */
function guest(desk) {
    const name = `访客 ${Math.floor(1000 + Math.random() * 9000)}`;
    desk.memory.set('author', JSON.stringify(name));
    return name;
}

/** @param {Desk} desk */
export async function refresh(desk) {
    desk.table.changed();
    if (desk.state.selection.length > 1) void count(desk);
    await attempt(desk, async () => {
        const [targets, history, undo] = await Promise.all([
            desk.api.targets(),
            desk.api.history(HISTORY_LINES),
            desk.api.undoState(desk.state.author || '—'),
        ]);
        // Until it is said anew, what was sure says nothing of other sums.
        const same = targets.every(({ id, planned }) => desk.state.targets.some((known) => known.id === id && known.planned === planned));
        desk.set({ targets, targetsKnown: true, history, undo, ...(!same && { sure: null }) });
    });
    await askSure(desk);
}

/** Asks what of the targets lies on no constraint, where that may matter. @param {Desk} desk */
async function askSure(desk) {
    const { targets } = desk.state;
    if (!nearlyReached(targets)) return;
    const sure = await attempt(desk, () => desk.api.sure());
    if (sure && desk.state.targets === targets) desk.set({ sure });
}

/** @param {Desk} desk @param {string} since */
function follow(desk, since) {
    /** @type {ReturnType<typeof setTimeout>|null} */
    let timer = null;
    desk.api.events(since, {
        changed: (event) => {
            changed(desk, event);
            if (timer) clearTimeout(timer);
            timer = setTimeout(() => void refresh(desk), REFRESH_AFTER_MS);
        },
        // Another plan at this address, or another copy of it: nothing that this page holds can be trusted.
        strange: (plan) => desk.leave(plan),
        live: () => desk.set({ connection: 'live' }),
        lost: () => desk.set({ connection: 'lost' }),
    });
}

/** @param {Desk} desk @param {ChangeEvent} event */
function changed(desk, event) {
    touched(desk, event.changeset, event.layers, event.counts);
    void records.changed(desk, event.layers);
    const { draft, feature } = desk.state;
    const by = new Map(event.features.map((f) => [key(f), f]));
    const drafted = draft?.id === undefined ? undefined : by.get(key({ layer: draft.layer, id: draft.id }));
    if (drafted && draft && drafted.version !== draft.version && event.author !== desk.state.author) warn(desk, event);
    const inspected = feature ? by.get(key(feature)) : undefined;
    if (!inspected || !feature || draft || inspected.version === feature.version) return;
    if (inspected.op === 'delete') desk.clearSelection();
    else void inspect(desk, feature).catch((failure) => show(desk, failure));
}

/** @param {Desk} desk @param {ChangeEvent} event */
function warn(desk, event) {
    tell(desk, 'changed-by-other', {
        zh: `${event.author} 刚刚修改了您正在编辑的要素。保存时可以选择保留哪一个。`,
        en: `${event.author} has just changed the feature you are editing. You can choose which to keep when you save.`,
    });
}
