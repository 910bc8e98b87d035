import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { CheckQueue } from '../../../../web/model/check-queue.js';

/** @param {number} answerAfterMs @param {number} everyMs */
function queueOf(answerAfterMs, everyMs) {
    /** @type {number[]} */
    const asked = [];
    /** @type {(number|null)[]} */
    const shown = [];
    const ask = async (/** @type {number} */ shape) => {
        asked.push(shape);
        await pause(answerAfterMs);
        return shape;
    };
    return { asked, shown, queue: new CheckQueue(ask, (answer) => shown.push(answer), everyMs) };
}

test('of many shapes the latest is asked, at the pace allowed', async () => {
    const { asked, shown, queue } = queueOf(1, 40);
    const began = Date.now();
    for (let shape = 1; shape <= 30; shape++) {
        queue.submit(shape);
        await pause(4);
    }
    const allowed = (Date.now() - began) / 40 + 2;
    await pause(100);
    assert.ok(asked.length <= allowed, `${asked.length} questions, ${allowed} allowed`);
    assert.equal(shown.at(-1), 30);
    assert.equal(queue.busy, false);
});

test('nothing is shown after it was cancelled', async () => {
    const { asked, shown, queue } = queueOf(20, 1);
    queue.submit(1);
    await pause(8);
    queue.cancel();
    await pause(40);
    assert.deepEqual(asked, [1]);
    assert.deepEqual(shown, []);
});

test('a slow server is asked one question at a time', async () => {
    const { asked, shown, queue } = queueOf(500, 1);
    queue.submit(1);
    while (asked.length < 1) await pause(2);
    for (let shape = 2; shape <= 5; shape++) queue.submit(shape);
    while (shown.length < 2) await pause(10);
    assert.deepEqual(asked, [1, 5]);
    assert.deepEqual(shown, [1, 5]);
});

test('a refusal is told without an answer', async () => {
    /** @type {unknown[]} */
    const told = [];
    const queue = new CheckQueue(() => Promise.reject(new Error('no')), (answer, problem) => told.push([answer, problem]), 1);
    queue.submit(1);
    await pause(20);
    assert.equal(told.length, 1);
});
