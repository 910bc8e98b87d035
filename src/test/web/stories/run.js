// Tells all stories, or those whose names begin as said, in lanes side by side. Each lane has a browser and a program of its own
// and tells one story after the other; each story leaves the plan as it found it.
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startBrowser } from './browser.js';
import { startProgram } from './program.js';

const LANES = 2;
const folder = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const all = (await readdir(folder)).filter((name) => name.endsWith('.test.js'));
const waiting = all.filter((name) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)));
const codes = await Promise.all(Array.from({ length: Math.min(LANES, waiting.length) }, lane));
process.exitCode = waiting.length === 0 && codes.length > 0 && codes.flat().every((code) => code === 0) ? 0 : 1;

/** Tells what is waiting until nothing is. @returns {Promise<number[]>} how each story ended */
async function lane() {
    const [program, browser] = await Promise.all([startProgram(), startBrowser()]);
    const env = { ...process.env, GREENPLAN_DESK: program.url, GREENPLAN_BROWSER: browser.wsEndpoint() };
    const codes = [];
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) codes.push(await told(folder + name, env));
    await Promise.all([browser.close(), program.stop()]);
    return codes;
}

/**
 * One file of stories; what it says is shown whole when it has ended, so that lanes do not talk into each other.
 * @param {string} file @param {NodeJS.ProcessEnv} env @returns {Promise<number>}
 */
function told(file, env) {
    const telling = spawn(process.execPath, ['--test', '--test-reporter=spec', file], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {Buffer[]} */
    const said = [];
    for (const stream of [telling.stdout, telling.stderr]) stream.on('data', (part) => said.push(part));
    return new Promise((ended) => telling.once('close', (code) => {
        process.stdout.write(Buffer.concat(said));
        ended(code ?? 1);
    }));
}
