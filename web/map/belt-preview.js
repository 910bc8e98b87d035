import { beltOutline } from './belt.js';
import { L } from './leaflet.js';
import { linesOf } from './shapes.js';

/** @typedef {import('../model/desk.js').Desk} Desk */

const ZOOM = 20;
const EQUATOR_M = 40075016.686;

/** The belt of a corridor in hand, from its centre line and widths, before the server has answered. */
export class BeltPreview {
    /** @param {Leaflet.Map} map @param {Leaflet.Renderer} renderer */
    constructor(map, renderer) {
        this.map = map;
        this.shape = L.polygon([], /** @type {any} */ ({ renderer, interactive: false, pmIgnore: true, snapIgnore: true, stroke: false, fillRule: 'nonzero', fillOpacity: 0.3 }));
    }

    /** @param {import('../model/types.js').Draft|null} draft @param {import('../model/types.js').Layer|undefined} layer */
    sync(draft, layer) {
        if (!draft?.geometry || !layer?.belt) {
            this.shape.remove();
            return;
        }
        const left = Number(draft.attributes[layer.belt.left] ?? 0);
        const right = Number(draft.attributes[layer.belt.right] ?? 0);
        const rings = linesOf(draft.geometry).flatMap((line) => this.#outline(line, left, right));
        this.shape.setStyle({ color: layer.style.stroke, fillColor: layer.style.fill ?? layer.style.stroke });
        this.shape.setLatLngs(rings.map((ring) => [ring])).addTo(this.map);
    }

    /** @param {number[][]} line @param {number} left metres @param {number} right metres */
    #outline(line, left, right) {
        const flat = line.flatMap(([lon, lat]) => {
            const { x, y } = this.map.project([lat, lon], ZOOM);
            return [x, y];
        });
        const perMetre = (256 * 2 ** ZOOM) / (EQUATOR_M * Math.cos((line[0][1] * Math.PI) / 180));
        return beltOutline(flat, left * perMetre, right * perMetre).map((ring) =>
            Array.from({ length: ring.length / 2 }, (_, i) => this.map.unproject([ring[2 * i], ring[2 * i + 1]], ZOOM)));
    }
}
