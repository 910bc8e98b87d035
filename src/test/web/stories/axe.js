import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** @typedef {import('playwright-core').Page} Page */

const AXE = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/**
 * What axe finds on the page as it stands, of any impact: the rule, how grave, and where. What lies under an open popover is not looked at: axe
 * would take the popover's ground for that of the words below it.
 * @param {Page} page @returns {Promise<string[]>}
 */
export async function findings(page) {
    await page.evaluate(AXE);
    return page.evaluate(async () => {
        const at = document.querySelector(':popover-open') ?? document;
        const { violations } = await /** @type {any} */ (globalThis).axe.run(at, { resultTypes: ['violations'] });
        return violations.flatMap((/** @type {any} */ { id, impact, nodes }) => nodes.map((/** @type {any} */ node) => `${id} (${impact}) ${node.target} ${node.any[0]?.message ?? ''}`));
    });
}
