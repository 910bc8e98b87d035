import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import test from 'node:test';
import { IN_FIREFOX, joinBrowser, mendDriver, openBrowser, visitOf } from './browser.js';
import { startProgram } from './program.js';

const SHOTS = fileURLToPath(new URL('../../../../target/stories/', import.meta.url));

/** How long something may take to come on a machine that does much else beside. */
const PATIENCE_MS = 60000;

/** A quiet corner of the district, without plots of the sample nearby, and the zoom to draw at. */
export const CORNER = { lon: 113.2455, lat: 34.7935, zoom: 17 };

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').BrowserContextOptions} ContextOptions */
/** @typedef {{hash?: string, author?: string, path?: string, locale?: string, theme?: string, welcomed?: boolean} & ContextOptions} Visit */
/** @typedef {{url: string, file: string, page: (visit?: Visit) => Promise<Page>, requests: string[], faults: string[],
 *   get: (path: string) => Promise<any>, post: (path: string, body: object) => Promise<any>,
 *   command: (...words: string[]) => Promise<unknown>, restart: (between?: () => Promise<unknown>, signal?: NodeJS.Signals) => Promise<void>, shot: (page: Page, name: string) => Promise<unknown>, picture: (page: Page) => Promise<Buffer>}} Stage */

/**
 * A story: the real program, a browser, and what the person does. What was drawn is erased afterwards, so that stories can
 * share a program; `own` asks for one that no other story uses, started with these options.
 * @param {string} name @param {(stage: Stage) => Promise<void>} tell @param {{own?: string[]}} [needs]
 */
export function story(name, tell, { own } = {}) {
    test(name, { timeout: 300000 }, async () => {
        const shared = own ? undefined : process.env.GREENPLAN_DESK;
        const program = shared ? null : await startProgram(own);
        const url = shared ?? /** @type {import('./program.js').Program} */ (program).url;
        const { GREENPLAN_BROWSER: server } = process.env;
        const browser = await (server ? joinBrowser(server) : openBrowser());
        const stage = stageOf(url, browser, program);
        const before = await plots(stage);
        try {
            await tell(stage);
        } catch (failure) {
            await showFailure(stage, browser, name);
            throw failure;
        } finally {
            // Firefox keeps what a connection opened until it is told to let go.
            await Promise.all(browser.contexts().map((context) => context.close()));
            await browser.close();
            if (shared) await eraseAllBut(stage, before);
            await program?.stop();
        }
    });
}

/** @param {string} url @param {import('playwright-core').Browser} browser @param {import('./program.js').Program|null} program @returns {Stage} */
function stageOf(url, browser, program) {
    /** @type {string[]} */
    const requests = [];
    /** @type {string[]} */
    const faults = [];
    const page = (/** @type {Visit|undefined} */ visit) => openPage(url, browser, { requests, faults }, visit);
    const get = async (/** @type {string} */ path) => (await fetch(url + path)).json();
    const post = async (/** @type {string} */ path, /** @type {object} */ body) => {
        const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
        return (await fetch(url + path, init)).json();
    };
    const restart = async (/** @type {Parameters<import('./program.js').Program['restart']>} */ ...how) => program?.restart(...how);
    const command = async (/** @type {string[]} */ ...words) => program?.command(...words);
    const shot = async (/** @type {Page} */ page, /** @type {string} */ name) => {
        await mkdir(SHOTS, { recursive: true });
        await writeFile(`${SHOTS}${name}.png`, await picture(page));
    };
    return { url, file: program?.file ?? '', page, requests, faults, get, post, command, restart, shot, picture };

    /** @param {Page} page */
    async function picture(page) {
        const before = faults.length;
        const taken = await page.screenshot();
        // To take a picture a style is put into the page that the page's own rules may refuse: no fault of the page.
        faults.splice(before, faults.length, ...faults.slice(before).filter((fault) => !/inline style/.test(fault)));
        return taken;
    }
}

/**
 * @param {string} url @param {import('playwright-core').Browser} browser
 * @param {{requests: string[], faults: string[]}} seen @param {Visit} [visit]
 */
async function openPage(url, browser, { requests, faults }, visit = {}) {
    const { hash = `#${CORNER.zoom}/${CORNER.lat}/${CORNER.lon}`, author = '甲', locale = 'zh', path = '/', theme = 'light', welcomed = true, ...options } = visit;
    const context = await browser.newContext(visitOf({ viewport: { width: 1400, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce', ...options }));
    context.setDefaultTimeout(PATIENCE_MS);
    await context.addInitScript((chosen) => {
        // A page that has no address yet has nothing to remember by.
        if (!location.host) return;
        for (const [key, value] of Object.entries(chosen)) {
            localStorage.setItem(`greenplan.${key}`, localStorage.getItem(`greenplan.${key}`) ?? JSON.stringify(value));
        }
    }, { author, locale, theme, welcomed });
    const opened = await context.newPage();
    mendDriver(opened);
    if (IN_FIREFOX) opened.touchscreen.tap = (x, y) => opened.mouse.click(x, y);
    opened.on('request', (r) => requests.push(r.url()));
    opened.on('pageerror', (e) => faults.push(e.message));
    opened.on('console', (m) => void (/Content Security Policy|Refused/.test(m.text()) && faults.push(m.text())));
    await opened.goto(url + path + hash);
    if (path === '/') await ready(opened);
    return opened;
}

/** Waits until the plan is on the page and the map is painted. @param {Page} page */
export async function ready(page) {
    await page.locator('gp-targets :is(.edit, .none)').first().waitFor();
    await page.waitForFunction(() => {
        const tiles = [...document.querySelectorAll('#map .leaflet-tile-container > *')];
        return tiles.length > 0 && tiles.every((tile) => tile.classList.contains('leaflet-tile-loaded'));
    });
}

/** The plots of a name. @param {Stage} stage @param {string} name @returns {Promise<import('../../../../web/model/types.js').Row[]>} */
export async function plotsNamed(stage, name) {
    return (await plots(stage)).filter((row) => row.attributes.name === name);
}

/** @param {Stage} stage @returns {Promise<import('../../../../web/model/types.js').Row[]>} */
const plots = (stage) => stage.get('/api/plots');

/** @param {Stage} stage @param {import('../../../../web/model/types.js').Row[]} before */
async function eraseAllBut(stage, before) {
    const kept = new Set(before.map(({ layer, id }) => `${layer}:${id}`));
    const added = (await plots(stage)).filter(({ layer, id }) => !kept.has(`${layer}:${id}`));
    const changes = added.map(({ layer, id, version }) => ({ op: 'delete', layer, id, version }));
    if (changes.length) await stage.post('/api/changesets', { author: '收拾', comment: '', changes });
}

/** Keeps what every open page looked like when a story went wrong. @param {Stage} stage @param {import('playwright-core').Browser} browser @param {string} name */
async function showFailure(stage, browser, name) {
    const pages = browser.contexts().flatMap((context) => context.pages());
    for (const [i, page] of pages.entries()) await stage.shot(page, `failed ${name} ${i + 1}`).catch(() => {});
    console.error(`what the pages looked like: ${SHOTS}`, ...stage.faults);
}
