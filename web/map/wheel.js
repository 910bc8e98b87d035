/** A notch of a mouse's wheel turns a page at least so far, pixels; fingers on a touchpad move by less. */
const NOTCH_PX = 50;
/** So far fingers move over a touchpad for one level: pinching tells less than sliding. */
const SLIDE_PX = 200;
const PINCH_PX = 100;

/**
 * By how many levels a turn of the wheel zooms in: a notch is one level, fingers move continuously.
 * @param {{deltaY: number, deltaMode: number, ctrlKey: boolean}} event
 */
export function levelsOf({ deltaY, deltaMode, ctrlKey }) {
    if (deltaY === 0) return 0;
    // In lines or pages only wheels are told; a pinch comes as a wheel turned with Ctrl held.
    const notch = deltaMode !== 0 || (Math.abs(deltaY) >= NOTCH_PX && !(ctrlKey && deltaY % 1 !== 0));
    return notch ? -Math.sign(deltaY) : -deltaY / (ctrlKey ? PINCH_PX : SLIDE_PX);
}

/** Lets the wheel zoom about the pointer. @param {Leaflet.Map} map */
export function listenToWheel(map) {
    /** @type {number|null} where the zoom under way leads */
    let goal = null;
    let frame = 0;
    map.scrollWheelZoom.disable();
    map.on('zoomend', () => (goal = null));
    map.getContainer().addEventListener('wheel', (event) => {
        event.preventDefault();
        const levels = levelsOf(event);
        const { x, y, width, height } = map.getContainer().getBoundingClientRect();
        if (levels === 0 || width === 0 || height === 0) return;
        goal = Math.max(map.getMinZoom(), Math.min(map.getMaxZoom(), (goal ?? map.getZoom()) + levels));
        const [to, at] = [goal, /** @type {[number, number]} */ ([event.clientX - x, event.clientY - y])];
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(() => map.setZoomAround(at, to, { animate: Math.abs(levels) === 1 }));
    }, { passive: false });
}
