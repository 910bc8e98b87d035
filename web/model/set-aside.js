import { hasWork } from './parked.js';
import { tell } from './problems.js';

/**
 * @typedef {import('./desk.js').Desk} Desk
 * @typedef {{plan: string, title: import('./types.js').Words, drafts: boolean, records: import('./records.js').Records|null,
 *   newPlan: import('./new-plan.js').NewPlan|null}} SetAside what somebody had in hand, besides drafts, when another plan was opened
 */

const KEY = 'aside';
const MOST = 20;

/** @param {Desk} desk @returns {SetAside[]} */
function all(desk) {
    try {
        return JSON.parse(desk.memory.get(KEY) ?? '[]');
    } catch {
        return [];
    }
}

/** Keeps the forms that are being filled in for the plan they are meant for; drafts are kept by themselves. @param {Desk} desk */
export function setAside(desk) {
    const { plan, draft, parked, records, newPlan } = desk.state;
    const drafts = hasWork(draft) || parked.length > 0;
    if (!plan || !(drafts || records?.dirty || newPlan)) return;
    const aside = { plan: plan.key, title: plan.title, drafts, records: records?.dirty ? records : null, newPlan };
    desk.memory.set(KEY, JSON.stringify([...all(desk), aside].slice(-MOST)));
    desk.set({ records: null, newPlan: null });
}

/** Lays back what was in hand when this plan was left; what waits for another plan is said. A form of a new plan belongs to no plan. @param {Desk} desk */
export function takeBack(desk) {
    const aside = all(desk);
    if (aside.length === 0) return;
    const key = desk.state.plan?.key;
    const form = aside.findLast(({ newPlan }) => newPlan)?.newPlan;
    const mine = aside.findLast(({ plan, records }) => plan === key && records);
    if (form && !isMade(desk, form)) desk.set({ newPlan: { ...form, stage: 'form' } });
    if (mine) desk.set({ records: mine.records });
    const left = aside.filter((each) => each.plan !== key && (each.drafts || each.records));
    desk.memory.set(KEY, JSON.stringify(left.map((each) => ({ ...each, drafts: false, newPlan: null })).filter(({ records }) => records)));
    const waiting = left.at(-1);
    if (mine) tell(desk, 'aside', { zh: '您离开此规划时未保存的表单已放回。', en: 'The form that you had not saved when you left this plan is back.' });
    else if (waiting) waits(desk, waiting);
}

/** The page may hear that the plan which it has made is open before it hears that it was made. @param {Desk} desk @param {import('./new-plan.js').NewPlan} form */
const isMade = (desk, { stage, identity }) => stage === 'making' && desk.state.plan?.title.zh === String(identity.title_zh).trim();

/** @param {Desk} desk @param {SetAside} aside */
function waits(desk, { title }) {
    tell(desk, 'aside', {
        zh: `您在“${title.zh}”中未保存的内容已保留,重新打开该规划后继续。`,
        en: `What you had not saved in “${title.en}” is kept: open that plan again to go on.`,
    });
}
