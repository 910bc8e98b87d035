import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const JAR = fileURLToPath(new URL('../../../../target/greenplan.jar', import.meta.url));
/** No story lasts until the second compiler has paid; without it the processors are the browser's. */
const MACHINE = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';
/** How the program is started; the jar unless someone wants to try classes that are not packed yet. */
const START = (process.env.GREENPLAN_START ?? `java ${MACHINE} -jar ${JAR} serve`).split(' ');
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const START_WITHIN_MS = 90000;

/** @typedef {{url: string, file: string, command: (...words: string[]) => Promise<unknown>, restart: (between?: () => Promise<unknown>, signal?: NodeJS.Signals) => Promise<void>, stop: () => Promise<void>}} Program */

/**
 * The real program on a new plan of its own, answering.
 * @param {string[]} options of `serve`, besides plan and port
 * @returns {Promise<Program>}
 */
export async function startProgram(options = []) {
    const folder = await mkdtemp(join(tmpdir(), 'greenplan-'));
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const file = join(folder, 'plan.gpkg');
    const run = () => spawn(START[0], [...START.slice(1), '--plan', file, '--port', String(port), ...options], { cwd: ROOT });
    let process = run();
    await answering(url, process);
    return {
        url,
        file,
        /** Another command on the same plan, while the desk is open. */
        command(name, ...words) {
            const [program, ...before] = START;
            return promisify(execFile)(program, [...before.slice(0, -1), name, '--plan', file, ...words], { cwd: ROOT });
        },
        /** Ends the program and starts it anew; what is done to its file in between is done while nobody has it open. */
        async restart(between = async () => {}, signal = 'SIGTERM') {
            await ended(process, signal);
            await between();
            process = run();
            await answering(url, process);
        },
        async stop() {
            await ended(process);
            await rm(folder, { recursive: true, force: true });
        },
    };
}

/** @param {import('node:child_process').ChildProcess} process @param {NodeJS.Signals} [signal] */
async function ended(process, signal) {
    if (process.exitCode !== null || process.signalCode !== null) return;
    const exit = new Promise((told) => process.once('exit', told));
    process.kill(signal);
    await exit;
}

/** @returns {Promise<number>} */
function freePort() {
    return new Promise((found) => {
        const server = createServer().listen(0, '127.0.0.1', () => {
            const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
            server.close(() => found(port));
        });
    });
}

/** @param {string} url @param {import('node:child_process').ChildProcessWithoutNullStreams} process */
async function answering(url, process) {
    let said = '';
    for (const stream of [process.stdout, process.stderr]) stream.on('data', (text) => (said = (said + text).slice(-4000)));
    const until = Date.now() + START_WITHIN_MS;
    while (Date.now() < until && process.exitCode === null) {
        const ok = await fetch(`${url}/api/plan`).then((r) => r.ok, () => false);
        if (ok) return;
        await new Promise((later) => setTimeout(later, 100));
    }
    throw new Error(`the program did not start: ${START.join(' ')}\n${said}`);
}
