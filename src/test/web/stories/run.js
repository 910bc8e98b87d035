// Tells all stories, or those whose names begin as said, one after the other, in one browser and on one program; each leaves the plan as it found it.
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startBrowser, startProgram } from './program.js';

const folder = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const all = (await readdir(folder)).filter((name) => name.endsWith('.test.js'));
const stories = all.filter((name) => wanted.length === 0 || wanted.some((start) => name.startsWith(start))).map((name) => folder + name);
const [program, browser] = await Promise.all([startProgram(), startBrowser()]);
const env = { ...process.env, GREENPLAN_DESK: program.url, GREENPLAN_BROWSER: browser.wsEndpoint() };
const told = spawn(process.execPath, ['--test', '--test-concurrency=1', ...stories], { env, stdio: 'inherit' });
process.exitCode = await new Promise((ended) => told.once('exit', (code) => ended(code ?? 1)));
await Promise.all([browser.close(), program.stop()]);
