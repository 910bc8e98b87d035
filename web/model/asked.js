import { batchAttribute, batchStatus, remove } from './plots.js';
import { attempt } from './problems.js';
import { statusesOf, layerOf } from './roles.js';
import { area } from './units.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Ref} Ref */
/** @typedef {import('./types.js').Words} Words */

/**
 * What changes many features at once is said before, in a sentence with numbers, and done with one button.
 * @typedef {{text: Words, yes: Words, erases?: boolean, act: () => unknown}} Question
 */

/** Removes features; more than one only when a person has said so. @param {Desk} desk @param {Ref[]} refs */
export async function removeAsked(desk, refs) {
    if (refs.length < 2) return remove(desk, refs);
    const sums = await attempt(desk, () => desk.api.plots.some(refs));
    if (!sums) return;
    const m2 = sums.net.planeM2;
    const counts = new Map();
    for (const { layer } of refs) counts.set(layer, (counts.get(layer) ?? 0) + 1);
    const said = (/** @type {'zh'|'en'} */ tongue) => [...counts].map(([id, n]) => {
        const title = layerOf(desk.state.plan, id)?.title;
        return `${title?.[tongue] ?? id} ${n}`;
    }).join(tongue === 'zh' ? '、' : ', ');
    ask(desk, {
        text: {
            zh: `将删除 ${refs.length} 个要素（${said('zh')}）${m2 > 0 ? `，净增 ${area(m2, 'zh')}（平面）不再计入` : ''}。`,
            en: `${refs.length} features (${said('en')}) will be deleted${m2 > 0 ? `: ${area(m2, 'en')} of net green (plane) no longer count` : ''}.`,
        },
        yes: { zh: `删除 ${refs.length} 个`, en: `Delete ${refs.length}` },
        erases: true,
        act: () => remove(desk, refs),
    });
}

/** Gives plots a status; several only when a person has said so, who is told how many go backwards. @param {Desk} desk @param {Ref[]} refs @param {string} status */
export async function statusAsked(desk, refs, status) {
    const { plan } = desk.state;
    const order = statusesOf(plan).map(({ code }) => code);
    const found = await attempt(desk, () => desk.api.plots.some(refs));
    if (!found) return;
    const changing = found.rows.filter((row) => statusOf(row) !== status);
    if (changing.length < 2) return batchStatus(desk, refs, status);
    // The most advanced stands first.
    const back = changing.filter((row) => order.indexOf(statusOf(row)) < order.indexOf(status)).length;
    const title = statusesOf(plan).find(({ code }) => code === status)?.title ?? { zh: status, en: status };
    ask(desk, {
        text: {
            zh: `${changing.length} 个地块将改为“${title.zh}”${back ? `，其中 ${back} 个是倒退` : ''}。`,
            en: `${changing.length} plots become “${title.en}”${back ? `; for ${back} of them that is a step back` : ''}.`,
        },
        yes: { zh: `修改 ${changing.length} 个`, en: `Change ${changing.length}` },
        act: () => batchStatus(desk, refs, status),
    });
}

/** Gives several features one value of an attribute, only when a person has said so. @param {Desk} desk @param {Ref[]} refs @param {import('./types.js').Attribute} attribute @param {unknown} value @param {string} said the value in the person's words */
export function attributeAsked(desk, refs, attribute, value, said) {
    const { title } = attribute;
    ask(desk, {
        text: {
            zh: `${refs.length} 个要素的“${title.zh}”将改为“${said}”。`,
            en: `“${title.en}” of ${refs.length} features becomes “${said}”.`,
        },
        yes: { zh: `修改 ${refs.length} 个`, en: `Change ${refs.length}` },
        act: () => batchAttribute(desk, refs, attribute, value),
    });
}

/** @param {Desk} desk @param {Question} question */
function ask(desk, question) {
    desk.set({ question });
}

/** A person has said yes. @param {Desk} desk */
export function agree(desk) {
    const { question } = desk.state;
    desk.set({ question: null });
    return question?.act();
}

/** A row has its attributes under the names of their roles. @param {import('./types.js').Row} row */
function statusOf(row) {
    return String(row.attributes.status ?? '');
}
