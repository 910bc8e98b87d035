import { BeltPreview } from './belt-preview.js';
import { ShapeEditor } from './edit.js';
import { L } from './geoman.js';
import { drawnSoFar, geometryOf, rectangleOf } from './shapes.js';
import { SnapGround } from './snap.js';
import { mu, onPlane, squareMetres } from '../model/units.js';
import { throttled } from './throttle.js';

/** @typedef {import('../model/desk.js').Desk} Desk */

/** Our tools in the drawing library's words. */
const SHAPES = /** @type {Record<string, string>} */ ({ polygon: 'Polygon', rectangle: 'Rectangle', corridor: 'Line', point: 'CircleMarker' });
const LEAST = /** @type {Record<string, number>} */ ({ polygon: 3, corridor: 2 });
const LIVE_EVERY_MS = 60;

/** Turns the hand's movements into the desk's draft, and shows the draft the desk holds. */
export class DrawingBoard {
    /** @type {string} the shape being drawn and its layer; empty when none is */
    drawing = '';

    /** @param {Desk} desk @param {Leaflet.Map} map */
    constructor(desk, map) {
        this.desk = desk;
        /** @type {any} the drawing library hangs itself on the map */
        this.map = map;
        const renderer = L.svg();
        this.snap = new SnapGround(desk, map);
        this.belt = new BeltPreview(map, renderer);
        this.editor = new ShapeEditor(desk, map, renderer);
        this.live = throttled(() => this.#tellLive(), LIVE_EVERY_MS);
        this.map.pm.setLang(desk.state.locale);
        map.on('mousemove', () => this.drawing && this.live());
        map.on('pm:create', (/** @type {any} */ event) => this.#created(event.layer));
    }

    /** @param {Set<string>} keys */
    sync(keys) {
        const { tool, draft, locale, plan } = this.desk.state;
        if (keys.has('locale')) this.map.pm.setLang(locale);
        if (keys.has('snapping')) this.map.pm.setGlobalOptions(this.#options());
        const layer = plan?.layers.find((l) => l.id === draft?.layer);
        const own = draft?.id === undefined ? null : `${draft.layer}:${draft.id}`;
        this.snap.sync(draft !== null && this.desk.state.snapping, own);
        const wanted = draft?.stage === 'drawing' && SHAPES[tool] ? `${tool}:${draft.layer}` : '';
        if (wanted !== this.drawing) this.#draw(wanted, layer);
        this.editor.sync(layer);
        this.belt.sync(draft, layer);
    }

    #options() {
        return { snappable: this.desk.state.snapping, snapDistance: 14, limitMarkersToCount: 300, continueDrawing: false };
    }

    /** @param {string} wanted @param {import('../model/types.js').Layer|undefined} layer */
    #draw(wanted, layer) {
        this.drawing = wanted;
        this.map.pm.disableDraw();
        if (!wanted) return;
        const style = { color: layer?.style.stroke ?? '#2f6b3a', fillColor: layer?.style.fill ?? '#58a65c', fillOpacity: 0.3, weight: 2 };
        this.map.pm.enableDraw(SHAPES[this.desk.state.tool], {
            ...this.#options(),
            tooltips: true,
            allowSelfIntersection: false,
            finishOn: 'dblclick',
            templineStyle: style,
            hintlineStyle: { ...style, dashArray: '5 5' },
            pathOptions: style,
        });
    }

    /** The library's own record of the shape under way. */
    get #work() {
        return this.map.pm.Draw[SHAPES[this.drawing.split(':')[0]]];
    }

    #tellLive() {
        const tool = this.drawing.split(':')[0];
        if (!tool || !this.#work?._layer) return;
        if (tool === 'rectangle') {
            const { _startMarker: start, _hintMarker: cursor } = this.#work;
            // The start marker exists from the beginning, and becomes visible with the first corner.
            if (!start._icon?.classList.contains('visible')) return;
            const box = L.latLngBounds(start.getLatLng(), cursor.getLatLng());
            if (box.getNorth() > box.getSouth() && box.getEast() > box.getWest()) this.desk.setDraftGeometry(rectangleOf(box));
            return;
        }
        const shape = LEAST[tool] ? drawnSoFar(tool, this.#corners(), this.#work._hintMarker.getLatLng()) : null;
        if (shape) this.desk.setDraftGeometry(shape);
    }

    /** @returns {Leaflet.LatLng[]} */
    #corners() {
        const latlngs = this.#work?._layer?.getLatLngs?.() ?? [];
        return Array.isArray(latlngs[0]) ? latlngs[0] : latlngs;
    }

    /** The library is done with the shape; the desk takes it, and the editor shows it. @param {any} layer */
    #created(layer) {
        if (!this.drawing) return;
        const geometry = geometryOf(layer);
        layer.remove();
        this.drawing = '';
        // The library is still inside its own finishing; the editor begins after it.
        queueMicrotask(() => {
            if (geometry) this.desk.setDraftGeometry(geometry);
            this.desk.finishDraft();
        });
    }

    /** Writes what would count beside the drawing hand. */
    tell() {
        const { check, locale } = this.desk.state;
        const marker = this.drawing ? this.#work?._hintMarker : null;
        if (!check || !marker?.getTooltip()) return;
        const { planeM2 } = check.net;
        if (planeM2 > 0) marker.setTooltipContent(`<b>${squareMetres(planeM2, locale)}</b> ${mu(planeM2, locale)} <small>${onPlane(locale)}</small>`);
    }

    /** Ends the shape under way; answers whether there was one to end. */
    finishShape() {
        if (!this.drawing) return this.editor.finishCut();
        const tool = this.drawing.split(':')[0];
        if (!LEAST[tool] || this.#corners().length < LEAST[tool]) return false;
        this.#work._finishShape();
        return true;
    }

    /** Takes the last corner back; answers whether there was one. */
    removeLastCorner() {
        if (!this.drawing) return this.editor.stepBack();
        const corners = LEAST[this.drawing.split(':')[0]] ? this.#corners() : [];
        if (corners.length > 1) this.#work._removeLastVertex();
        else void this.desk.setTool(this.desk.state.tool, { layer: this.desk.state.drawLayer });
        this.live();
        return true;
    }
}
