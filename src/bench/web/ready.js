// How long the page takes until it is ready: targets and map painted. `node src/bench/web/ready.js [JAR] [visits]`
// Each round starts a program of its own on a new sample plan and opens the page in a new browser with nothing kept (first), in another
// visit with nothing kept (again) and once more as one who was here before (kept). What is printed counts from the moment the page is asked for.
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../../test/web/stories/browser.js';

const [jar = 'target/greenplan.jar', rounds = '3'] = process.argv.slice(2);
const TICKS_PER_S = 100;

for (let i = 0; i < Number(rounds); i++) {
    const folder = await mkdtemp(join(tmpdir(), 'ready-'));
    const port = await freePort();
    const program = spawn('java', ['-jar', jar, 'serve', '--plan', join(folder, 'plan.gpkg'), '--port', String(port)]);
    const address = `http://127.0.0.1:${port}/`;
    while (!(await fetch(address).then((r) => r.ok, () => false))) await new Promise((later) => setTimeout(later, 20));
    const browser = await openBrowser();
    const visit = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    await look('first', visit);
    const other = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    await look('again', other);
    await look('kept', other);
    await browser.close();
    const ended = new Promise((told) => program.once('exit', told));
    program.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });

    /** @param {string} name @param {import('playwright-core').BrowserContext} context */
    async function look(name, context) {
        const page = await context.newPage();
        await page.addInitScript(watch);
        const before = [await cpu(program.pid), await browsers()];
        await page.goto(address, { waitUntil: 'commit' });
        await page.waitForFunction(() => /** @type {any} */ (window).ready.map && /** @type {any} */ (window).ready.targets);
        const used = [(await cpu(program.pid)) - before[0], (await browsers()) - before[1]];
        await page.waitForTimeout(1500);
        const seen = await page.evaluate(read);
        console.log(`${name.padEnd(6)} ready ${ms(seen.ready)}  targets ${ms(seen.targets)}  map ${ms(seen.map)} | files ${seen.files} until ${ms(seen.modules)}  plan ${seen.plan.map(ms)}  tiles ${seen.tiles} until ${ms(seen.tilesEnd)} | kB ${seen.kB} | processor s: program ${used[0].toFixed(2)} browser ${used[1].toFixed(2)}`);
        await page.close();
    }
}

/** In the page: when targets and map are there. */
function watch() {
    const own = /** @type {any} */ (window);
    own.ready = {};
    const frame = () => {
        const tiles = [...document.querySelectorAll('#map .leaflet-tile-container > *')];
        if (document.querySelector('gp-targets .edit, gp-targets .none')) own.ready.targets ??= performance.now();
        if (tiles.length > 0 && tiles.every((tile) => tile.classList.contains('leaflet-tile-loaded'))) own.ready.map ??= performance.now();
        if (!own.ready.map || !own.ready.targets) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
}

/** In the page: what came when. */
function read() {
    const { map, targets } = /** @type {any} */ (window).ready;
    const entries = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType('resource'));
    const files = entries.filter(({ name }) => name.includes('/assets/'));
    const tiles = entries.filter(({ name }) => name.includes('/tiles/'));
    const plan = entries.find(({ name }) => name.endsWith('/api/plan'));
    const last = (/** @type {PerformanceResourceTiming[]} */ some) => Math.max(...some.map(({ responseEnd }) => responseEnd));
    const ready = Math.max(map, targets);
    return {
        map, targets, ready, files: files.length, modules: last(files.filter(({ responseEnd }) => responseEnd < ready)), tiles: tiles.length, tilesEnd: last(tiles.filter(({ responseEnd }) => responseEnd < ready)),
        plan: [plan?.startTime ?? 0, plan?.responseEnd ?? 0], kB: Math.round(entries.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1000),
    };
}

/** What a program has used of the processors, s. @param {number|string|undefined} pid */
async function cpu(pid) {
    const fields = (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') ')).split(') ')[1].split(' ');
    return fields.length > 12 ? (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S : 0;
}

/** What the browser's processes have used. */
async function browsers() {
    const parents = new Map();
    for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
        const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
        parents.set(pid, [stat.split(') ').at(-1)?.split(' ')[1], stat.includes('chrom')]);
    }
    const ours = (/** @type {string} */ pid) => (pid === String(process.pid) ? true : parents.has(pid) && ours(parents.get(pid)[0]));
    const used = await Promise.all([...parents].filter(([pid, [, chrome]]) => chrome && ours(pid)).map(([pid]) => cpu(pid)));
    return used.reduce((sum, one) => sum + one, 0);
}

/** @param {number} t */
function ms(t) {
    return String(Math.round(t)).padStart(5);
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
