import { ApiProblem, LOST } from './problems.js';

/** @typedef {import('./desk.js').Desk} Desk */

const LOST_AFTER_S = 2;
const LONGEST_S = 30;

/** What was sent will be sent again by itself. */
const AGAIN = {
    zh: '内容保留在本页,将自动再次保存。',
    en: 'Your work stays on this page and is saved again by itself.',
};

/**
 * Sends a changeset until the server has taken it or refused it: what the server was too busy for, and what may or may not have arrived
 * before the line was lost. Its id is the same each time, so that it is written once.
 * @template T
 * @param {Desk} desk
 * @param {(id: string) => Promise<T>} send
 * @param {{id?: string, wanted?: () => boolean, wait?: (s: number) => Promise<void>}} [options] the changeset's id, and whether
 *     anybody still wants it
 * @returns {Promise<T>}
 */
export async function untilTaken(desk, send, { id = crypto.randomUUID(), wanted = () => true, wait = pause } = {}) {
    for (;;) {
        try {
            const answer = await send(id);
            if (desk.state.problem?.again) desk.set({ problem: null });
            return answer;
        } catch (failure) {
            const afterS = againAfterS(failure);
            if (afterS === null || !wanted()) throw failure;
            desk.set({ problem: waiting(desk, failure) });
            await wait(Math.min(LONGEST_S, afterS));
            if (!wanted()) throw failure;
        }
    }
}

/** Seconds after which the same may succeed; null where it never will. @param {unknown} failure */
function againAfterS(failure) {
    if (failure instanceof ApiProblem) return failure.document.status === 503 ? (failure.document.retryAfterS ?? LOST_AFTER_S) : null;
    return failure instanceof TypeError ? LOST_AFTER_S : null;
}

/** @param {Desk} desk @param {unknown} failure @returns {import('./types.js').ProblemDocument} */
function waiting(desk, failure) {
    const told = failure instanceof ApiProblem ? failure.document : { type: 'urn:greenplan:problem:unreachable', title: '', status: 0, detail: LOST[desk.state.locale] };
    return { ...told, detail: `${told.detail} ${AGAIN[desk.state.locale]}`, again: true };
}

/** @param {number} s */
function pause(s) {
    return new Promise((done) => setTimeout(done, s * 1000));
}
