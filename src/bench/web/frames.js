// How smooth the map is: frames while a hand drags, points and zooms on a large plan. `node src/bench/web/frames.js ADDRESS [zoom/lat/lon]`
import { openBrowser } from '../../test/web/stories/program.js';

const [address, view = '13/34.77/113.29'] = process.argv.slice(2);
const MIDDLE = { x: 700, y: 450 };

const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
const begun = Date.now();
await page.goto(`${address}#${view}`);
await painted();
console.log(`first view painted after ${Date.now() - begun} ms; the plan has ${await seen()} features`);
await page.evaluate(countFrames);
await measured('resting', () => page.waitForTimeout(2000));
await measured('dragging', async () => {
    await page.mouse.move(MIDDLE.x, MIDDLE.y);
    await page.mouse.down();
    for (let i = 0; i < 120; i++) await page.mouse.move(MIDDLE.x + 200 * Math.sin(i / 15), MIDDLE.y + 120 * Math.sin(i / 20));
    await page.mouse.up();
    await painted();
});
await measured('pointing', async () => {
    for (let i = 0; i < 120; i++) await page.mouse.move(MIDDLE.x + 3 * i - 180, MIDDLE.y + 80 * Math.sin(i / 9));
});
await measured('selecting', async () => {
    for (let i = 0; i < 5; i++) {
        await page.mouse.click(MIDDLE.x + 40 * i, MIDDLE.y - 20);
        await page.waitForTimeout(300);
    }
});
await measured('zooming', async () => {
    await page.keyboard.press('Escape');
    for (const by of [-240, -240, 240, 240]) {
        await page.mouse.wheel(0, by);
        await page.waitForTimeout(700);
        await painted();
    }
});
await browser.close();

/** Waits for every tile in sight. */
async function painted() {
    await page.waitForFunction(() => {
        const tiles = [...document.querySelectorAll('#map .leaflet-tile-container > *')];
        return tiles.length > 0 && tiles.every((tile) => tile.classList.contains('leaflet-tile-loaded'));
    }, null, { timeout: 120000 });
}

/** By the legend. */
async function seen() {
    return (await page.locator('.layers .count').allInnerTexts()).reduce((sum, text) => sum + Number(text.replace(/\D/g, '')), 0);
}

function countFrames() {
    const own = /** @type {any} */ (window);
    own.frames = [];
    let last = performance.now();
    const frame = (/** @type {number} */ now) => {
        own.frames.push(now - last);
        last = now;
        requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
}

/** @param {string} name @param {() => Promise<unknown>} act */
async function measured(name, act) {
    await page.evaluate(() => void (/** @type {any} */ (window).frames.length = 0));
    await act();
    const ms = (await page.evaluate(() => /** @type {any} */ (window).frames)).sort((/** @type {number} */ a, /** @type {number} */ b) => a - b);
    const at = (/** @type {number} */ share) => ms[Math.floor((ms.length - 1) * share)].toFixed(1).padStart(7);
    console.log(`${name.padEnd(10)} ${String(ms.length).padStart(5)} frames, ms: median ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}  worst ${at(1)}`);
}
