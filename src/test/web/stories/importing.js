// What a planner does in the import dialogue, each gesture done when the page shows that it is.
import { CORNER } from './harness.js';
import { answered } from './hand.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./harness.js').Stage} Stage */

/** Much longer than any of these imports takes, even on a machine with other things to do. */
export const WAIT = { timeout: 90000 };

/** Opens the import from the menu and hands files over. @param {Page} page @param {import('./files.js').Upload[]} files */
export async function bring(page, files) {
    await page.locator('gp-menu button', { hasText: '导入' }).click();
    await page.locator('.intake input[type=file]').setInputFiles(files);
}

/** Lets files go over the map, as the mouse does; what the page shows meanwhile is seen before. @param {Page} page @param {import('./files.js').Upload[]} files @param {() => Promise<unknown>} [held] */
export async function drop(page, files, held = async () => {}) {
    const sent = files.map(({ name, buffer }) => ({ name, text: buffer.toString('base64') }));
    const dataTransfer = await page.evaluateHandle((parts) => {
        const transfer = new DataTransfer();
        for (const { name, text } of parts) transfer.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], name));
        return transfer;
    }, sent);
    const at = { clientX: 620, clientY: 420, bubbles: true, cancelable: true, dataTransfer };
    for (const type of ['dragenter', 'dragover']) await page.dispatchEvent('#map', type, at);
    await held();
    await page.dispatchEvent('#map', 'drop', at);
}

/** @param {Page} page */
export async function preview(page) {
    await page.locator('.intake footer .primary').click();
    await page.locator('.intake .preview').waitFor(WAIT);
}

/** @param {Page} page */
export async function apply(page) {
    await page.locator('.intake footer .primary').click();
    await page.locator('.intake').waitFor({ state: 'detached', ...WAIT });
    await page.locator('.toast', { hasText: '可撤销' }).last().waitFor();
}

/** @param {Page} page */
export const undo = (page) => answered(page, 'POST', '/api/undo', () => page.locator('body').press('Control+z'));

/** @param {Stage} stage @param {number} id */
export const park = (stage, id) => stage.get(`/ogc/collections/parks/items/${id}?f=json`);

/** @param {Page} page @param {string} state */
export const counted = async (page, state) => Number((await page.locator(`.intake .outcome .${state} b`).innerText()).replace(/,/g, ''));

/** A square in the quiet corner, so many degrees east of it; closed. @param {number} east @returns {[number, number][]} */
export function square(east) {
    const [west, south, size] = [CORNER.lon + east, CORNER.lat, 0.0008];
    return [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]];
}

/** Parks of these names side by side, with the fields of a survey office. @param {string[]} names */
export function surveyed(names = ['测绘甲园', '测绘乙园']) {
    const features = names.map((name, i) => ({
        type: 'Feature', properties: { DKMC: name, ND: 2019 }, geometry: { type: 'Polygon', coordinates: [square(i * 0.001)] },
    }));
    return { type: 'FeatureCollection', features };
}
