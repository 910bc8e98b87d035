import { Api } from './api.js';
import { createMap } from './map/map.js';
import { Desk } from './model/desk.js';
import { writeHash } from './model/share.js';
import { mountPanels } from './panels/panels.js';

const memory = {
    get: (/** @type {string} */ key) => localStorage.getItem(`greenplan.${key}`),
    set: (/** @type {string} */ key, /** @type {string} */ value) => localStorage.setItem(`greenplan.${key}`, value),
};

const desk = new Desk(new Api(), memory, location.hash);

desk.addEventListener('change', (event) => {
    const { keys } = /** @type {CustomEvent<{keys: Set<string>}>} */ (event).detail;
    const { view, selection, conditions } = desk.state;
    if (conditions.length) return;
    if (view && ['view', 'selection', 'conditions'].some((key) => keys.has(key))) history.replaceState(null, '', writeHash(view, selection));
});

desk.addEventListener('strange', () => location.reload());

// A half-drawn plot is work: the browser asks before it is thrown away.
addEventListener('beforeunload', (event) => {
    if (desk.state.draft?.dirty) event.preventDefault();
});

// What this page has begun to import is nobody's when it goes; one that is only put aside may come back.
addEventListener('pagehide', (event) => {
    if (!event.persisted) void desk.closeImport();
});

await mountPanels(desk);
createMap(desk, /** @type {HTMLElement} */ (document.getElementById('map')));
await desk.start();
