import { canTrace, setTracing } from '../model/trace.js';

/** @typedef {import('../model/desk.js').Desk} Desk */
/** @typedef {import('../model/types.js').Tool} Tool */

/** The tools in the order of the bar, each with its key. @type {{tool: Tool, key: string, group: 'look'|'draw'|'shape'}[]} */
export const TOOLS = [
    { tool: 'select', key: 'V', group: 'look' },
    { tool: 'measure', key: 'M', group: 'look' },
    { tool: 'lasso', key: 'Q', group: 'look' },
    { tool: 'polygon', key: 'P', group: 'draw' },
    { tool: 'rectangle', key: 'R', group: 'draw' },
    { tool: 'corridor', key: 'L', group: 'draw' },
    { tool: 'point', key: 'O', group: 'draw' },
    { tool: 'edit', key: 'E', group: 'shape' },
    { tool: 'move', key: 'G', group: 'shape' },
    { tool: 'cut', key: 'X', group: 'shape' },
    { tool: 'hole', key: 'H', group: 'shape' },
    { tool: 'split', key: 'K', group: 'shape' },
];

/** What other keys do, for the help: the words' key and how it is pressed. */
export const OTHER_KEYS = [
    { does: 'key.save', keys: 'Ctrl + S' },
    { does: 'key.saveNext', keys: 'Ctrl + Enter' },
    { does: 'key.back', keys: '⌫' },
    { does: 'key.undo', keys: 'Ctrl + Z' },
    { does: 'key.redo', keys: 'Ctrl + Y' },
    { does: 'key.cancel', keys: 'Esc' },
    { does: 'trace.label', keys: 'T' },
    { does: 'key.search', keys: '/' },
    { does: 'key.help', keys: '?' },
];

/** @param {KeyboardEvent} event */
export function isTyping(event) {
    const target = event.target;
    if (!(target instanceof HTMLElement)) return false;
    if (target.closest('dialog[open]')) return true;
    const writes = target.matches('input:not([type=checkbox],[type=radio],[type=range]), select, textarea');
    return writes || target.isContentEditable;
}

/**
 * Saves or takes a tool by key; the keys of the drawing hand (undo, Enter, Esc, Delete) belong to the map.
 * @param {KeyboardEvent} event
 * @param {Desk} desk
 * @param {(tool: Tool) => void} take
 */
export function pressed(event, desk, take) {
    const key = event.key.toLowerCase();
    const command = event.ctrlKey || event.metaKey;
    if (command && key === 's') return act(event, () => desk.state.draft && desk.save());
    if (isTyping(event) || event.altKey) return;
    if (!command && !event.shiftKey && key === 't' && canTrace(desk.state.tool)) return act(event, () => setTracing(desk, !desk.state.tracing));
    const tool = TOOLS.find((each) => each.key.toLowerCase() === key)?.tool;
    if (!command && !event.shiftKey && tool) act(event, () => take(tool));
}

/** @param {Event} event @param {() => unknown} action */
function act(event, action) {
    event.preventDefault();
    action();
}
