import assert from 'node:assert/strict';
import { test } from 'node:test';
import { untilTaken } from '../../../../web/model/again.js';
import { ApiProblem } from '../../../../web/model/problems.js';

/** @typedef {import('../../../../web/model/desk.js').Desk} Desk */

/** A desk that only keeps what is shown. */
function desk() {
    const shown = /** @type {any[]} */ ([]);
    const it = {
        state: /** @type {any} */ ({ locale: 'en', problem: null }),
        /** @param {object} change */
        set(change) {
            it.state = { ...it.state, ...change };
            shown.push(it.state.problem);
        },
    };
    return { it: /** @type {Desk} */ (/** @type {unknown} */ (it)), shown };
}

const busy = new ApiProblem({ type: 'urn:greenplan:problem:unavailable', title: 'unavailable', status: 503, detail: 'Li imports.', retryAfterS: 7 });

test('what the server is too busy for, or never answers, is sent again with the same id until it is taken', async () => {
    const { it, shown } = desk();
    const ids = /** @type {string[]} */ ([]);
    const waited = /** @type {number[]} */ ([]);
    const failures = [busy, new TypeError('fetch failed')];
    const answer = await untilTaken(
        it,
        async (id) => {
            ids.push(id);
            const failure = failures.shift();
            if (failure) throw failure;
            return 'taken';
        },
        { wait: async (s) => void waited.push(s) },
    );
    assert.equal(answer, 'taken');
    assert.equal(ids.length, 3);
    assert.equal(new Set(ids).size, 1);
    assert.match(ids[0], /^[A-Za-z0-9._:-]{8,100}$/);
    assert.deepEqual(waited, [7, 2]);
    assert.match(shown[0].detail, /^Li imports\. .*saved again by itself/);
    assert.equal(shown.at(-1), null, 'when it is saved, nothing is wrong any more');
});

test('what is refused is not sent again', async () => {
    const { it } = desk();
    const conflict = new ApiProblem({ type: 'urn:greenplan:problem:conflict', title: 'conflict', status: 409, detail: 'Somebody was faster.' });
    let sent = 0;
    const save = untilTaken(it, async () => {
        sent++;
        throw conflict;
    });
    await assert.rejects(save, conflict);
    assert.equal(sent, 1);
});

test('a draft that was thrown away is not sent again', async () => {
    const { it } = desk();
    let wanted = true;
    let sent = 0;
    const save = untilTaken(
        it,
        async () => {
            sent++;
            throw busy;
        },
        { wanted: () => wanted, wait: async () => void (wanted = false) },
    );
    await assert.rejects(save, busy);
    assert.equal(sent, 1);
});
