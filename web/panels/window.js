/** Rows beyond the window that are kept ready, so that a quick scroll shows no gap. */
const SPARE = 12;

/**
 * Which rows of a long list are in sight: only these are made, the rest is empty height.
 * @param {number} count of all rows @param {number} top how far the list is scrolled @param {number} height of its window
 * @param {number} each height of a row, all in pixels
 * @returns {{from: number, to: number, above: number, below: number}} row numbers, and the empty height before and after
 */
export function windowOf(count, top, height, each) {
    const from = Math.max(0, Math.min(count, Math.floor(top / each)) - SPARE);
    const to = Math.min(count, Math.ceil((top + height) / each) + SPARE);
    return { from, to, above: from * each, below: (count - to) * each };
}
