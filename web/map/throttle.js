/**
 * Calls at most once in the given time, the last call always.
 * @param {() => void} work @param {number} everyMs
 */
export function throttled(work, everyMs) {
    let last = 0;
    /** @type {ReturnType<typeof setTimeout>|null} */
    let timer = null;
    return () => {
        if (timer) return;
        const wait = Math.max(0, last + everyMs - Date.now());
        timer = setTimeout(() => {
            timer = null;
            last = Date.now();
            work();
        }, wait);
    };
}
