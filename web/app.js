import { Api } from './api.js';
import { createMap } from './map/map.js';
import { Desk } from './model/desk.js';
import { DraftMemory } from './model/draft-memory.js';
import { writeHash } from './model/share.js';
import { mountPanels } from './panels/panels.js';

const memory = {
    get: (/** @type {string} */ key) => localStorage.getItem(`greenplan.${key}`),
    set: (/** @type {string} */ key, /** @type {string} */ value) => localStorage.setItem(`greenplan.${key}`, value),
    drop: (/** @type {string} */ key) => localStorage.removeItem(`greenplan.${key}`),
    names: () => Object.keys(localStorage).filter((key) => key.startsWith('greenplan.')).map((key) => key.slice('greenplan.'.length)),
};

const desk = new Desk(new Api(), memory, location.hash);

desk.addEventListener('change', (event) => {
    const { keys } = /** @type {CustomEvent<{keys: Set<string>}>} */ (event).detail;
    const { view, selection, conditions } = desk.state;
    if (conditions.length) return;
    if (view && ['view', 'selection', 'conditions'].some((key) => keys.has(key))) history.replaceState(null, '', writeHash(view, selection));
});

// A link that is opened here, or a way back: the address leads, not only follows.
addEventListener('hashchange', () => void desk.follow(location.hash));

// A place and a selection in the address are those of the plan that was open.
desk.addEventListener('strange', (event) => {
    if (!(/** @type {CustomEvent<{same: boolean}>} */ (event).detail.same)) history.replaceState(null, '', location.pathname);
    location.reload();
});

// What is drawn and not saved waits for the next visit; only where the browser has no room for it, it asks first.
const drafts = new DraftMemory(desk, memory);
addEventListener('beforeunload', (event) => {
    drafts.write();
    if (!drafts.safe) event.preventDefault();
});

// What this page has begun to import is nobody's when it goes; one that is only put aside may come back.
addEventListener('pagehide', (event) => {
    drafts.write();
    if (!event.persisted) void desk.closeImport();
});

// The plan is on its way while the words are.
const plan = desk.begin();
await mountPanels(desk);
createMap(desk, /** @type {HTMLElement} */ (document.getElementById('map')));
await desk.start(plan);
await drafts.start();
