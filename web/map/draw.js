import { BeltPreview } from './belt-preview.js';
import { ShapeEditor } from './edit.js';
import { L } from './geoman.js';
import { drawnSoFar, geometryOf, rectangleOf } from './shapes.js';
import { SnapGround } from './snap.js';
import { say } from '../i18n/i18n.js';
import { between } from '../model/trace.js';
import { atPointer } from './at-pointer.js';
import { throttled } from './throttle.js';

/** @typedef {import('../model/desk.js').Desk} Desk */

/** Stands in the place of a layer while the district of a new plan is drawn. */
const NEW_PLAN = 'new-plan';

/** Our tools in the drawing library's words. */
const SHAPES = /** @type {Record<string, string>} */ ({ polygon: 'Polygon', rectangle: 'Rectangle', corridor: 'Line', point: 'CircleMarker' });
const LEAST = /** @type {Record<string, number>} */ ({ polygon: 3, corridor: 2 });
const LIVE_EVERY_MS = 60;
const REFUSED_MS = 2500;
/** An edge as near as this is followed. */
const CATCH_PX = 16;

/** Turns the hand's movements into the desk's draft, and shows the draft the desk holds. */
export class DrawingBoard {
    /** @type {string} the shape being drawn and its layer; empty when none is */
    drawing = '';
    /** Why the last click set no corner, and how long that is told. */
    refused = { words: '', until: 0 };

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
        // Before the library hears of it.
        map.on('click', (/** @type {Leaflet.LeafletMouseEvent} */ event) => this.#clicked(event));
        desk.addEventListener('corner', (event) => this.#typed(/** @type {CustomEvent<[number, number]>} */ (event).detail));
        desk.addEventListener('close-shape', () => this.finishShape());
        map.on('pm:create', (/** @type {any} */ event) => this.#created(event.layer));
    }

    /** @param {Set<string>} keys */
    sync(keys) {
        const { tool, draft, locale, plan, newPlan } = this.desk.state;
        if (keys.has('locale')) this.map.pm.setLang(locale);
        if (keys.has('snapping')) this.map.pm.setGlobalOptions(this.#options());
        const layer = plan?.layers.find((l) => l.id === draft?.layer);
        const own = draft?.id === undefined ? null : `${draft.layer}:${draft.id}`;
        this.snap.sync(draft !== null && this.desk.state.snapping, own);
        const ofDraft = draft?.stage === 'drawing' && SHAPES[tool] ? `${tool}:${draft.layer}` : '';
        const wanted = newPlan?.stage === 'drawing' ? `polygon:${NEW_PLAN}` : ofDraft;
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
        this.map.pm.enableDraw(SHAPES[wanted.split(':')[0]], {
            ...this.#options(),
            tooltips: true,
            allowSelfIntersection: false,
            finishOn: 'dblclick',
            templineStyle: style,
            hintlineStyle: { ...style, dashArray: '5 5' },
            pathOptions: style,
        });
        const { corners = [] } = this.desk.state.draft ?? {};
        for (const [lon, lat] of corners) this.#set(L.latLng(lat, lon));
    }

    /** Sets a corner as a click there would. @param {Leaflet.LatLng} latlng */
    #set(latlng) {
        this.#work._hintMarker._snapped = false;
        this.#work._createVertex({ latlng });
    }

    /** A corner that was typed, or found on an edge. @param {[number, number]} corner longitude, latitude */
    #typed([lon, lat]) {
        const tool = this.drawing.split(':')[0];
        if (!LEAST[tool] || this.#ofNewPlan) return;
        const before = this.#corners().length;
        this.#set(L.latLng(lat, lon));
        if (this.#corners().length === before) return;
        this.#tellCorners(this.desk.state.tracing);
        const shape = drawnSoFar(tool, this.#corners(), L.latLng(lat, lon));
        if (shape) this.desk.setDraftGeometry(shape);
    }

    /**
     * The library sets a corner where it last saw the pointer, which under load is not where the click is: it is shown the place first.
     * A click that sets none says why.
     * @param {Leaflet.LeafletMouseEvent} event
     */
    #clicked(event) {
        const { drawing } = this;
        if (!LEAST[drawing.split(':')[0]]) return;
        this.#work._syncHintMarker(event);
        const before = this.#corners().length;
        queueMicrotask(() => {
            if (this.drawing !== drawing) return;
            const corners = this.#corners();
            if (corners.length > before) this.#tellCorners(this.desk.state.tracing);
            else this.#refuse(Boolean(this.#work._doesSelfIntersect));
        });
    }

    /** @param {boolean} [trace] the last corner was reached along an edge */
    #tellCorners(trace = false) {
        const corners = this.#corners().map(({ lng, lat }) => /** @type {[number, number]} */ ([lng, lat]));
        this.desk.setDraftCorners(corners);
        if (trace && corners.length > 1 && !this.#ofNewPlan) void this.#trace(corners);
    }

    /** Puts the corners of the edge that is there before the last one, unless the hand has gone on meanwhile. @param {[number, number][]} corners */
    async #trace(corners) {
        const { drawing, map } = this;
        const [from, to] = corners.slice(-2);
        const at = map.latLngToContainerPoint([to[1], to[0]]);
        const reachM = Math.max(1, map.distance(map.containerPointToLatLng(at), map.containerPointToLatLng(at.add([CATCH_PX, 0]))));
        const found = await between(this.desk, from, to, reachM);
        if (found.length === 0 || this.drawing !== drawing || this.#corners().length !== corners.length) return;
        this.#work._removeLastVertex();
        for (const [lon, lat] of [...found, to]) this.#set(L.latLng(lat, lon));
        this.#tellCorners();
        const shape = drawnSoFar(drawing.split(':')[0], this.#corners(), L.latLng(to[1], to[0]));
        if (shape) this.desk.setDraftGeometry(shape);
    }

    /** Says at the pointer why no corner was set. @param {boolean} crosses */
    #refuse(crosses) {
        const { locale } = this.desk.state;
        const words = crosses ? say(locale, 'corner.crosses') : say(locale, 'corner.near');
        this.refused = { words, until: Date.now() + REFUSED_MS };
        this.#work._hintMarker.setTooltipContent(`<span class="refused" role="status">${words}</span>`);
    }

    /** The library's own record of the shape under way. */
    get #work() {
        return this.map.pm.Draw[SHAPES[this.drawing.split(':')[0]]];
    }

    get #ofNewPlan() {
        return this.drawing.endsWith(`:${NEW_PLAN}`);
    }

    #tellLive() {
        const tool = this.drawing.split(':')[0];
        if (!tool || !this.#work?._layer || this.#ofNewPlan) return;
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
        const ofNewPlan = this.#ofNewPlan;
        layer.remove();
        this.drawing = '';
        // The library is still inside its own finishing; the editor begins after it.
        queueMicrotask(() => {
            if (ofNewPlan) {
                if (geometry) void this.desk.drawnForNewPlan(geometry);
                return;
            }
            if (geometry) this.desk.setDraftGeometry(geometry);
            this.desk.finishDraft();
        });
    }

    /** Writes what would count beside the drawing hand. */
    tell() {
        const { check } = this.desk.state;
        if (!this.drawing) return this.editor.tell();
        const marker = this.drawing && !this.#ofNewPlan ? this.#work?._hintMarker : null;
        if (!check || !marker?.getTooltip() || Date.now() < this.refused.until) return;
        const said = atPointer(check, this.desk.state);
        if (said) marker.setTooltipContent(said);
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
        if (corners.length > 1) {
            this.#work._removeLastVertex();
            this.#tellCorners();
        } else {
            this.desk.setDraftCorners([]);
            this.#draw(this.drawing, this.desk.state.plan?.layers.find((l) => l.id === this.desk.state.drawLayer));
        }
        this.live();
        return true;
    }
}
