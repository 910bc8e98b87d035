// What the hand of a planner does, each gesture done when the page shows that it is.
import { IN_FIREFOX } from './browser.js';

/** @typedef {import('playwright-core').Page} Page */

/** A shape well away from everything else in the quiet corner. */
export const SQUARE = [[600, 350], [760, 350], [760, 480], [600, 480]];

/** Takes a tool by its key, the map having the keyboard. @param {Page} page @param {string} key */
export async function take(page, key) {
    // A key pressed in a field is the field's.
    await page.evaluate(() => /** @type {HTMLElement|null} */ (document.activeElement)?.blur());
    await page.keyboard.press(key);
    await page.locator(`gp-tools [aria-keyshortcuts="${key.toUpperCase()}"][aria-pressed=true]`).waitFor();
}

/** Clicks places of the window one after the other. @param {Page} page @param {number[][]} places */
export async function clickAll(page, places) {
    for (const [x, y] of places) {
        await page.mouse.move(x, y, { steps: 3 });
        await page.mouse.click(x, y);
    }
}

/**
 * A double click. Its driver gives Firefox two clicks and never the event that a mouse's second click brings: it follows them here.
 * @param {Page} page @param {number[]} place
 */
export async function doubleClick(page, [x, y]) {
    await page.mouse.dblclick(x, y);
    if (!IN_FIREFOX) return;
    await page.evaluate(([clientX, clientY]) => {
        const event = new MouseEvent('dblclick', { bubbles: true, cancelable: true, view: window, detail: 2, clientX, clientY });
        document.elementFromPoint(clientX, clientY)?.dispatchEvent(event);
    }, [x, y]);
}

/** Drags from one place of the window to another. @param {Page} page @param {number[]} from @param {number[]} to */
export async function drag(page, from, to) {
    await page.mouse.move(from[0], from[1], { steps: 2 });
    await page.mouse.down();
    await page.mouse.move(to[0], to[1], { steps: 8 });
    await page.mouse.up();
}

/** Draws a shape and ends it with Enter; the form is open afterwards. @param {Page} page @param {string} key @param {number[][]} corners */
export async function draw(page, key, corners) {
    await take(page, key);
    await clickAll(page, corners);
    await page.keyboard.press('Enter');
    await page.locator('#field-name').waitFor();
}

/** Draws a park with these corners and saves it under a name. @param {Page} page @param {number[][]} corners @param {string} name */
export async function drawPark(page, corners, name) {
    await draw(page, 'p', corners);
    await page.locator('#field-name').fill(name);
    return save(page);
}

/** Saves and waits for what the page says to it; answers with the status. @param {Page} page */
export async function save(page) {
    const status = await answered(page, 'POST', '/api/changesets', () => page.keyboard.press('Control+s'));
    const settled = status === 200 ? 'gp-inspector footer:not(:has(.primary))' : '.toast.problem';
    // Beside the water the sheet folds when it is saved.
    await page.locator(settled).waitFor({ state: status === 200 ? 'attached' : 'visible' });
    return status;
}

/**
 * The status of the answer to what an action asks; waiting begins before the action does.
 * @param {Page} page @param {string} method @param {string} path @param {() => Promise<unknown>} act
 */
export async function answered(page, method, path, act) {
    const answer = page.waitForResponse((r) => r.request().method() === method && new URL(r.url()).pathname === path);
    const [response] = await Promise.all([answer, act()]);
    return response.status();
}

/** Clicks a feature on the map and waits for its form to show this name. @param {Page} page @param {number[]} place @param {string} name */
export async function pick(page, [x, y], name) {
    await page.mouse.click(x, y);
    await page.waitForFunction((wanted) => /** @type {HTMLInputElement|null} */ (document.querySelector('#field-name'))?.value === wanted, name);
}

/** The figure that the open form shows as net, in m². @param {Page} page */
export async function netShown(page) {
    const text = await page.locator('gp-inspector .net-now b').innerText();
    return Number(text.replace(/[^\d.]/g, ''));
}
