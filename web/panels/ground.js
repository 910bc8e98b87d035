import { html, nothing } from 'lit';
import { number } from '../model/units.js';

/** @typedef {import('./panel.js').Panel} Panel */
/** @typedef {import('../model/types.js').Feature} Feature */
/** @typedef {import('../model/types.js').Profile} Profile */

const WIDTH = 336;
const HEIGHT = 96;
const LEFT = 34;
const BOTTOM = 14;

/** The ground along a line of water and the water above it, where the desk has an elevation model. */
export class Ground {
    /** The line that was asked about, with its version. */
    asked = '';
    /** @type {Profile|null} */
    told = null;

    /** @param {Panel} panel */
    constructor(panel) {
        this.panel = panel;
    }

    /** @param {Feature} feature */
    render(feature) {
        const { panel, told } = this;
        const layer = panel.layer(feature.layer);
        if (!panel.state.plan?.relief || layer?.role !== 'water' || layer.geometry !== 'line') return nothing;
        this.#ask(feature);
        if (!told) return nothing;
        return html`<section class="ground" aria-label=${panel.t('ground.label')}>
            <h3>${panel.t('ground.label')}</h3>
            <p class=${told.way === 'gravity' ? 'met' : 'amber'}>${panel.words(told.what)}</p>
            ${this.#chart(told)}
            <p class="hint">${panel.t('ground.model', { name: told.model })}</p>
        </section>`;
    }

    /** @param {Feature} feature */
    #ask(feature) {
        const key = `${feature.layer}/${feature.id} ${feature.version}`;
        if (key === this.asked) return;
        this.asked = key;
        this.told = null;
        void this.panel.desk.api.water.ground(`${feature.layer}/${feature.id}`).then(
            (told) => {
                if (key !== this.asked) return;
                this.told = told;
                this.panel.requestUpdate();
            },
            // A line that was just deleted has no ground; its form closes.
            () => undefined,
        );
    }

    /** @param {Profile} told */
    #chart({ stations, from_m: from, to_m: to }) {
        const heights = [from, to, ...stations.map((s) => s.ground_m)].filter((h) => h !== null);
        if (heights.length === 0) return nothing;
        const [low, high] = [Math.min(...heights), Math.max(...heights)];
        const length = stations[stations.length - 1].along_m || 1;
        const x = (/** @type {number} */ along) => LEFT + ((WIDTH - LEFT - 2) * along) / length;
        const y = (/** @type {number} */ height) => 8 + (HEIGHT - BOTTOM - 12) * (1 - (height - low) / Math.max(1, high - low));
        const known = stations.flatMap((s) => (s.ground_m === null ? [] : [`${x(s.along_m)},${y(s.ground_m)}`]));
        const shown = (/** @type {number} */ metres) => number(metres, 0, this.panel.locale);
        return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${this.panel.t('ground.label')}>
            <text x="0" y="12">${shown(high)}</text><text x="0" y=${HEIGHT - BOTTOM}>${shown(low)}</text>
            <text x=${LEFT} y=${HEIGHT - 1}>0</text><text x=${WIDTH - 2} y=${HEIGHT - 1} text-anchor="end">${shown(length)} m</text>
            <polyline class="land" points=${`${x(0)},${HEIGHT - BOTTOM} ${known.join(' ')} ${x(length)},${HEIGHT - BOTTOM}`}></polyline>
            <line class="water-line" x1=${x(0)} x2=${x(length)} y1=${y(from ?? low)} y2=${y(to ?? low)} ?hidden=${from === null || to === null}></line>
        </svg>`;
    }
}
