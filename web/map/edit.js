import { atPointer } from './at-pointer.js';
import { L } from './leaflet.js';
import { geometryOf, layerOf } from './shapes.js';
import { throttled } from './throttle.js';

/** @typedef {import('../model/desk.js').Desk} Desk */
/** @typedef {import('../model/types.js').Geometry} Geometry */

const MOVED = 'pm:markerdrag pm:vertexadded pm:vertexremoved pm:drag pm:change';
const SETTLED = 'pm:edit pm:dragend pm:markerdragend';
const LIVE_EVERY_MS = 60;
/** The pointer leaves what is told of a corner behind when it goes farther than this. */
const AWAY_PX = 60;
const KNIFE = { color: '#c2410c', weight: 2, dashArray: '6 4', fill: false };

/** Shows the finished draft and lets the hand change it: corners, place, cuts and holes. */
export class ShapeEditor {
    /** @type {any} */
    layer = null;
    /** @type {Geometry|null} what the layer on the map shows */
    shown = null;
    /** @type {Geometry[]} earlier states of the shape, the latest last */
    past = [];
    /** @type {Geometry|null} the shape as the hand last left it */
    settled = null;
    mode = '';
    /** Where the hand last moved a corner. @type {Leaflet.LatLng|null} */
    at = null;
    held = false;

    /** @param {Desk} desk @param {any} map @param {Leaflet.Renderer} renderer */
    constructor(desk, map, renderer) {
        this.desk = desk;
        this.map = map;
        this.renderer = renderer;
        this.live = throttled(() => this.#tell(), LIVE_EVERY_MS);
        desk.addEventListener('settle', () => this.#tell());
        this.note = L.tooltip({ permanent: true, direction: 'right', offset: [14, 0], className: 'map-edited' });
        map.on('mousemove', (/** @type {Leaflet.LeafletMouseEvent} */ event) => this.#leave(event.containerPoint));
        map.on('pm:cut', (/** @type {any} */ event) => this.#cut(event.layer));
    }

    /** @param {import('../model/types.js').Layer|undefined} planLayer */
    sync(planLayer) {
        const { draft, tool } = this.desk.state;
        if (!draft?.geometry || draft.stage !== 'form') {
            this.#drop();
            this.past = [];
            return;
        }
        if (draft.geometry !== this.shown) this.#show(draft.geometry, planLayer);
        if (tool !== this.mode) this.#handle(tool);
    }

    /** Ends the cut under way; answers whether there was one to end. */
    finishCut() {
        const corners = this.map.pm.Draw.Cut._layer?.getLatLngs?.() ?? [];
        if (!this.map.pm.Draw.Cut._enabled || corners.length < 3) return false;
        this.map.pm.Draw.Cut._finishShape();
        return true;
    }

    /** Takes back the last change of the shape; answers whether there was one. */
    stepBack() {
        const before = this.past.pop();
        if (before) this.desk.setDraftGeometry(before);
        return before !== undefined;
    }

    /** @param {Geometry} geometry @param {import('../model/types.js').Layer|undefined} planLayer */
    #show(geometry, planLayer) {
        this.#drop();
        const style = planLayer?.style;
        const pathStyle = { color: style?.stroke ?? '#2f6b3a', fillColor: style?.fill ?? '#58a65c', fillOpacity: 0.2, weight: 2.5, renderer: this.renderer };
        this.layer = layerOf(geometry, /** @type {any} */ (pathStyle));
        this.shown = this.settled = geometry;
        this.layer.addTo(this.map);
        this.layer.on(MOVED, (/** @type {any} */ event) => {
            this.at = event.markerEvent?.target?.getLatLng?.() ?? this.at;
            this.held = true;
            this.live();
        });
        this.layer.on(SETTLED, () => this.#settled());
    }

    /** Writes beside the corner in the hand what would count, and on what it lies. */
    tell() {
        const { check, draft } = this.desk.state;
        const said = this.at && check && draft?.stage === 'form' ? atPointer(check, this.desk.state) : '';
        if (said && this.at) this.note.setLatLng(this.at).setContent(said).addTo(this.map);
        else this.note.remove();
    }

    /** @param {Leaflet.Point} pointer */
    #leave(pointer) {
        if (!this.at || this.held || pointer.distanceTo(this.map.latLngToContainerPoint(this.at)) < AWAY_PX) return;
        this.at = null;
        this.note.remove();
    }

    #drop() {
        if (this.desk.state.draft?.stage !== 'form') this.at = null;
        if (!this.at) this.note.remove();
        if (!this.layer) return;
        this.map.pm.disableDraw();
        this.layer.pm?.disable();
        this.layer.remove();
        this.layer = this.shown = null;
        this.mode = '';
    }

    /** @param {string} tool */
    #handle(tool) {
        this.mode = tool;
        this.map.pm.disableDraw();
        this.layer.pm.disable();
        this.layer.pm.disableLayerDrag?.();
        const options = { snappable: this.desk.state.snapping, snapDistance: 14, allowSelfIntersection: true, limitMarkersToCount: 300, draggable: false };
        if (tool === 'edit') this.layer.pm.enable(options);
        else if (tool === 'move') this.layer.pm.enableLayerDrag();
        // A piece cut out inside the shape is a hole; the two tools differ only in what the person has in mind.
        else if (tool === 'cut' || tool === 'hole') this.map.pm.enableDraw('Cut', { ...options, layersToCut: [this.layer], templineStyle: KNIFE, hintlineStyle: KNIFE, pathOptions: KNIFE });
    }

    #tell() {
        if (!this.layer) return;
        const geometry = geometryOf(this.layer);
        if (!geometry || JSON.stringify(geometry) === JSON.stringify(this.shown)) return;
        this.shown = geometry;
        this.desk.setDraftGeometry(geometry);
    }

    /** One movement of the hand is one step back. */
    #settled() {
        this.held = false;
        const before = this.settled;
        this.#tell();
        if (before && before !== this.shown) this.past.push(before);
        this.settled = this.shown;
    }

    /** @param {any} rest what is left after the cut */
    #cut(rest) {
        const geometry = geometryOf(rest);
        rest.remove();
        const before = this.shown;
        this.mode = '';
        // Cut away completely: the shape stays as it was.
        if (geometry && before) this.past.push(before);
        this.shown = null;
        queueMicrotask(() => {
            this.desk.setDraftGeometry(geometry ?? /** @type {Geometry} */ (before));
            void this.desk.setTool('edit');
        });
    }
}
