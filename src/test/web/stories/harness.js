import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'node:test';
import { chromium } from 'playwright-core';

const JAR = fileURLToPath(new URL('../../../../target/greenplan.jar', import.meta.url));
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const START_WITHIN_MS = 60000;

/** A quiet corner of the district, without plots of the sample nearby, and the zoom to draw at. */
export const CORNER = { lon: 113.2455, lat: 34.7935, zoom: 17 };

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{url: string, page: (hash?: string, author?: string) => Promise<Page>, requests: string[], faults: string[],
 *   get: (path: string) => Promise<any>, post: (path: string, body: object) => Promise<any>}} Stage */

/**
 * A story: the real program on a plan of its own, a browser, and what the person does.
 * @param {string} name @param {(stage: Stage) => Promise<void>} tell
 */
export function story(name, tell) {
    test(name, { timeout: 180000 }, async () => {
        const folder = await mkdtemp(join(tmpdir(), 'greenplan-'));
        const port = await freePort();
        const program = spawn('java', ['-jar', JAR, '--plan', join(folder, 'plan.gpkg'), '--port', String(port)], { stdio: 'ignore' });
        const url = `http://127.0.0.1:${port}`;
        /** @type {import('playwright-core').Browser|null} */
        let browser = null;
        try {
            await answering(url, program);
            browser = await chromium.launch({ executablePath: process.env.GREENPLAN_CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
            await tell(stageOf(url, browser));
        } finally {
            await browser?.close();
            program.kill();
            await new Promise((ended) => (program.exitCode === null ? program.once('exit', ended) : ended(null)));
            await rm(folder, { recursive: true, force: true });
        }
    });
}

/** @param {string} url @param {import('playwright-core').Browser} browser @returns {Stage} */
function stageOf(url, browser) {
    /** @type {string[]} */
    const requests = [];
    /** @type {string[]} */
    const faults = [];
    const page = async (hash = `#${CORNER.zoom}/${CORNER.lat}/${CORNER.lon}`, author = '甲') => {
        const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'zh-CN' });
        await context.addInitScript((name) => {
            localStorage.setItem('greenplan.author', JSON.stringify(name));
            localStorage.setItem('greenplan.locale', localStorage.getItem('greenplan.locale') ?? '"zh"');
        }, author);
        const opened = await context.newPage();
        opened.on('request', (r) => requests.push(r.url()));
        opened.on('pageerror', (e) => faults.push(e.message));
        opened.on('console', (m) => void (/Content Security Policy|Refused/.test(m.text()) && faults.push(m.text())));
        await opened.goto(url + '/' + hash);
        await opened.locator('gp-targets article, gp-targets li, gp-targets section').first().waitFor();
        await opened.waitForTimeout(600);
        return opened;
    };
    const get = async (/** @type {string} */ path) => (await fetch(url + path)).json();
    const post = async (/** @type {string} */ path, /** @type {object} */ body) => {
        const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
        return (await fetch(url + path, init)).json();
    };
    return { url, page, requests, faults, get, post };
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

/** @param {string} url @param {import('node:child_process').ChildProcess} program */
async function answering(url, program) {
    const until = Date.now() + START_WITHIN_MS;
    while (Date.now() < until && program.exitCode === null) {
        const ok = await fetch(`${url}/api/plan`).then((r) => r.ok, () => false);
        if (ok) return;
        await new Promise((later) => setTimeout(later, 100));
    }
    throw new Error(`the program did not start: ${JAR}`);
}

/** Takes a tool by its key, the map having the keyboard. @param {Page} page @param {string} key */
export async function take(page, key) {
    await page.locator('body').press(key);
}

/** Clicks places of the window one after the other, as a hand does. @param {Page} page @param {number[][]} places */
export async function clickAll(page, places) {
    for (const [x, y] of places) {
        await page.mouse.move(x, y, { steps: 3 });
        await page.mouse.click(x, y);
        await page.waitForTimeout(120);
    }
}

/** Draws a park with these corners and saves it under a name. @param {Page} page @param {number[][]} corners @param {string} name */
export async function drawPark(page, corners, name) {
    await take(page, 'p');
    await clickAll(page, corners);
    await page.keyboard.press('Enter');
    await page.locator('#field-name').fill(name);
    await save(page);
}

/** @param {Page} page */
export async function save(page) {
    const saved = page.waitForResponse((r) => r.url().endsWith('/api/changesets') && r.request().method() === 'POST');
    await page.keyboard.press('Control+s');
    const answer = await saved;
    await page.waitForTimeout(400);
    return answer.status();
}

/** The plots of a name. @param {Stage} stage @param {string} name @returns {Promise<import('../../../../web/model/types.js').Row[]>} */
export async function plotsNamed(stage, name) {
    const rows = await stage.get('/api/plots');
    return rows.filter((/** @type {any} */ row) => row.attributes.name === name);
}
