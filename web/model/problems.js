/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./types.js').Words} Words */

/** A refusal the person at the map can act on, as the server worded it. */
export class ApiProblem extends Error {
    /** @param {import('./types.js').ProblemDocument} document */
    constructor(document) {
        super(document.detail || document.title);
        this.document = document;
    }
}

const LAST_ONLY = ['written', 'stepped'];

export const LOST = {
    zh: '连不上服务器。您的绘图保留在本页，请稍后再试。',
    en: 'The server does not answer. Your drawing stays on this page; try again in a moment.',
};

/**
 * Puts a failure before the person: the server's own sentence, or that the server cannot be reached.
 * @param {Desk} desk @param {unknown} failure
 */
export function show(desk, failure) {
    if (failure instanceof Error && failure.name === 'AbortError') return;
    if (failure instanceof ApiProblem) {
        // Another plan is open there now, and what was asked for was meant for this one.
        if (failure.document.otherPlan) desk.leave(null);
        desk.set({ problem: failure.document });
        return;
    }
    if (!(failure instanceof TypeError)) console.error(failure);
    const detail = LOST[desk.state.locale];
    desk.set({ problem: { type: 'urn:greenplan:problem:unreachable', title: detail, status: 0, detail } });
}

/**
 * Does something with the server; a failure is shown and answered with null.
 * @template T @param {Desk} desk @param {() => Promise<T>} work @returns {Promise<T|null>}
 */
export async function attempt(desk, work) {
    try {
        return await work();
    } catch (failure) {
        show(desk, failure);
        return null;
    }
}

/**
 * Adds a line to the notices, newest last.
 * @param {Desk} desk @param {string} kind @param {Words} text @param {{undo?: () => unknown, changeset?: number}} [back] how what is told
 *     is taken back: by itself, or with the changeset that wrote it
 */
export function tell(desk, kind, text, back = {}) {
    // Of what this page wrote only the last is told: who works quickly must not lose the map under notices.
    const others = LAST_ONLY.includes(kind) ? desk.state.notices.filter((notice) => !LAST_ONLY.includes(notice.kind)) : desk.state.notices;
    desk.set({ notices: [...others, { kind, text, at: Date.now(), ...back }].slice(-20) });
}
