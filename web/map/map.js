import { followBasemap } from './basemaps.js';
import { DrawingBoard } from './draw.js';
import { L } from './geoman.js';
import { HandLine } from './hand.js';
import { IntakeView } from './intake.js';
import { listenToKeys } from './keys.js';
import { besidePanels, goTo, still } from './go-to.js';
import { Labels } from './labels.js';
import { figureSheets } from './figure-view.js';
import { Measure } from './measure.js';
import { Places } from './places.js';
import { listenToPointer } from './pointer.js';
import { ScanView } from './scan.js';
import { SelectionView } from './selection.js';
import { isDark } from './theme.js';
import { lensOf } from '../model/lens.js';
import { key } from '../model/plots.js';
import { NewPlanView } from './new-plan.js';
import { Outside } from './outside.js';
import { PlanTiles } from './tile-layer.js';
import { WaterView } from './water.js';
import { listenToWheel } from './wheel.js';

/** @typedef {import('../model/desk.js').Desk} Desk */

/** How strongly the plan is seen behind the plots of one number. */
const BEHIND = 0.3;
const PANES = { basemap: 150, outside: 240, plan: 250, counted: 450, labels: 460 };

/**
 * The map: it shows the desk's plan and brings the hand's movements to the desk.
 * @param {Desk} desk @param {HTMLElement} element
 */
export function createMap(desk, element) {
    const map = emptyMap(element);
    const tiles = new PlanTiles();
    const labels = new Labels(tiles);
    const selection = new SelectionView(desk, map, tiles);
    const board = new DrawingBoard(desk, map);
    const measure = new Measure(desk, map);
    const hand = new HandLine(desk, map);
    const places = new Places(desk, map);
    const intake = new IntakeView(desk, map);
    const outlines = new NewPlanView(desk, map);
    const water = new WaterView(desk, map);
    const outside = new Outside(desk, map);
    new ScanView(desk, map, /** @type {HTMLElement} */ (document.getElementById('drawing')));
    const basemap = followBasemap(desk, map);
    const dress = dresser(desk, element, tiles, labels);
    const sync = (/** @type {Set<string>} */ keys) => {
        if (['plan', 'layers', 'theme', 'figure', 'lens', 'lensValues'].some((key) => keys.has(key))) dress();
        if (keys.has('plan') || keys.has('layers')) void outside.sync();
        if (['plan', 'basemap', 'basemapOpacity'].some((key) => keys.has(key))) basemap();
        if (['selection', 'feature', 'draft', 'check', 'lit'].some((key) => keys.has(key))) selection.sync();
        if (['tool', 'draft', 'locale', 'snapping', 'layers', 'newPlan'].some((key) => keys.has(key))) board.sync(keys);
        if (keys.has('tool') || keys.has('locale')) measure.sync();
        if (keys.has('tool') || keys.has('hand')) hand.sync();
        if (keys.has('intake')) intake.sync();
        if (keys.has('newPlan')) outlines.sync();
        if (keys.has('flyTo') && desk.state.flyTo) goTo(map, desk.state.flyTo);
        if (keys.has('water')) water.sync();
        if (['problem', 'fault', 'flyTo', 'draft', 'tool'].some((key) => keys.has(key))) places.sync(keys);
        if (keys.has('check')) board.tell();
        if (keys.has('plan')) firstView(desk, map, [tiles, labels]);
    };
    desk.addEventListener('change', (event) => sync(/** @type {CustomEvent} */ (event).detail.keys));
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', dress);
    listenToWheel(map);
    tiles.on('painted', () => seen(desk, tiles));
    listenToPointer(desk, map, tiles);
    listenToKeys(desk, board, measure, hand);
    return map;
}

/** @param {HTMLElement} element */
function emptyMap(element) {
    const map = L.map(element, {
        preferCanvas: true,
        zoomControl: false,
        attributionControl: false,
        maxZoom: 22,
        minZoom: 5,
        doubleClickZoom: false,
        zoomSnap: 0,
        zoomAnimation: !still(),
        fadeAnimation: !still(),
        boxZoom: false,
    });
    for (const [name, order] of Object.entries(PANES)) {
        const pane = map.createPane(name);
        pane.style.zIndex = String(order);
        if (name !== 'basemap' && name !== 'plan') pane.style.pointerEvents = 'none';
    }
    L.control.zoom({ position: 'bottomleft', zoomInTitle: '+', zoomOutTitle: '−' }).addTo(map);
    L.control.scale({ position: 'bottomleft', imperial: false }).addTo(map);
    L.control.attribution({ position: 'bottomright', prefix: false }).addTo(map);
    return map;
}

/**
 * The first look at the plan: the address's view, or the whole district.
 * @param {Desk} desk @param {Leaflet.Map} map @param {Leaflet.Layer[]} layers
 */
function firstView(desk, map, layers) {
    const { plan, view } = desk.state;
    if (!plan || layers[0].options.pane === 'plan') return;
    layers[0].options.pane = 'plan';
    const [west, south, east, north] = plan.bounds;
    if (view) map.setView([view.lat, view.lon], view.zoom);
    else map.fitBounds([[south, west], [north, east]], { animate: false, ...besidePanels(map) });
    for (const layer of layers) layer.addTo(map);
}

/** The years or offices that are in sight, for their colours. @param {Desk} desk @param {PlanTiles} tiles */
function seen(desk, tiles) {
    const { lens, lensValues } = desk.state;
    if (lens === 'layer' || lens === 'status') return;
    const values = new Set([...tiles.tiles.values()].flatMap(({ sheets }) => sheets.flatMap(({ layer, tile }) => (layer.role === 'adds green' ? tile.features.flatMap(({ tags }) => (tags[lens] === undefined ? [] : [String(tags[lens])])) : []))));
    const sorted = [...values].sort();
    if (sorted.join('|') !== lensValues.join('|')) desk.set({ lensValues: sorted });
}

/** Brings layers, opacity and theme onto the tiles. @param {Desk} desk @param {HTMLElement} element @param {PlanTiles} tiles @param {Labels} labels */
function dresser(desk, element, tiles, labels) {
    let before = '';
    let alone = desk.state.figure;
    return () => {
        const { plan, layers, theme, figure, lens, lensValues } = desk.state;
        if (!plan) return;
        const shown = plan.layers
            .filter((l) => layers[l.id]?.visible !== false)
            .sort((a, b) => a.style.order - b.style.order)
            .map((layer) => ({ layer, opacity: (layers[layer.id]?.opacity ?? 1) * (figure ? BEHIND : 1) }));
        shown.push(...figureSheets(plan, figure));
        const look = JSON.stringify([isDark(theme), lens, lensValues, shown.map(({ layer, opacity }) => [layer.id, layer.version, opacity])]);
        if (look === before && figure === alone) return;
        alone = figure;
        before = look;
        tiles.dark = isDark(theme);
        labels.named = figure && !figure.all ? new Set(figure.refs.map(key)) : null;
        tiles.lens = lensOf(plan, lens, tiles.dark, lensValues);
        element.classList.toggle('map-dark', tiles.dark);
        tiles.ground = getComputedStyle(element).backgroundColor;
        tiles.show(shown);
        labels.later();
    };
}
