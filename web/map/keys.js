import { stepBack } from '../model/scan.js';

/** @typedef {import('../model/desk.js').Desk} Desk */

/**
 * The keyboard at the map. Keys pressed in a form field belong to the field; a key that means something to the hand at the map
 * is seen by nobody else, so that Enter ends a shape even while a button has the focus.
 * @param {Desk} desk @param {import('./draw.js').DrawingBoard} board @param {import('./measure.js').Measure} measure @param {import('./hand.js').HandLine} hand
 */
export function listenToKeys(desk, board, measure, hand) {
    document.addEventListener('keydown', (event) => {
        // A field hands over what was typed when it loses the focus: before everything else that happens on saving.
        const command = event.ctrlKey || event.metaKey;
        if (inField(event) && ((command && ['s', 'enter'].includes(event.key.toLowerCase())) || leaves(event))) /** @type {HTMLElement} */ (event.target).blur();
        else if (inField(event)) return;
        if (inField(event) && !command) return;
        const name = (event.ctrlKey || event.metaKey ? 'ctrl+' : '') + (event.shiftKey ? 'shift+' : '') + event.key.toLowerCase();
        const act = actions(desk, board, measure, hand, event.repeat)[name];
        if (!act?.()) return;
        event.preventDefault();
        event.stopPropagation();
    }, { capture: true });
}

/** Each answers whether the key meant something; one that is held down takes back once. @param {Desk} desk @param {import('./draw.js').DrawingBoard} board @param {import('./measure.js').Measure} measure @param {import('./hand.js').HandLine} hand @param {boolean} held @returns {Record<string, () => boolean>} */
function actions(desk, board, measure, hand, held) {
    const done = (/** @type {unknown} */ work) => work !== false;
    const redo = () => held || done(desk.redo());
    return {
        escape: () => done(escape(desk, measure)),
        // A corner under way only: a finished shape has its undo.
        backspace: () => measure.back() || hand.back() || (board.drawing !== '' && board.removeLastCorner()),
        'ctrl+enter': () => desk.state.draft?.stage === 'form' && done(desk.saveAndGoOn()),
        enter: () => measure.finish() || hand.finish() || board.finishShape(),
        'ctrl+z': () => measure.back() || hand.back() || board.removeLastCorner() || desk.state.draft !== null || held || done(desk.undo()),
        'ctrl+shift+z': redo,
        'ctrl+y': redo,
        delete: () => !desk.state.draft && desk.state.selection.length > 0 && done(desk.remove(desk.state.selection)),
    };
}

/** @param {Desk} desk @param {import('./measure.js').Measure} measure */
function escape(desk, measure) {
    const open = document.querySelector(':popover-open');
    if (open) return /** @type {HTMLElement} */ (open).hidePopover();
    if (desk.state.question) return desk.decline();
    if (desk.state.intake?.picking != null) return desk.pickForImport(null);
    if (desk.state.newPlan?.stage === 'drawing') return desk.stopDrawingNewPlan();
    if (measure.finish()) return;
    const { draft, tool } = desk.state;
    if (draft?.stage === 'form' && ['cut', 'hole', 'move'].includes(tool)) void desk.setTool('edit');
    else if (draft) desk.parkDraft();
    else if (desk.state.tool !== 'select') void desk.setTool('select');
    else if (desk.state.scan) stepBack(desk);
    else desk.clearSelection();
}

/** Esc in a field of the form leaves the field; what it holds stays. @param {KeyboardEvent} event */
function leaves(event) {
    return event.key === 'Escape' && /** @type {Element} */ (event.target).closest('#sheet') !== null;
}

/** @param {KeyboardEvent} event */
function inField(event) {
    const target = /** @type {Element|null} */ (event.target);
    return Boolean(target?.closest?.('input, textarea, select, dialog, [contenteditable]'));
}
