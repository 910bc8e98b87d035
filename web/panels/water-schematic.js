import { html, nothing, svg } from 'lit';
import { schematic } from '../model/schematic.js';
import { refOf, shown } from '../model/water.js';

/** @typedef {import('../model/water.js').Water} State */
/** @typedef {import('../model/water.js').Judgement} Judgement */
/** @typedef {import('../model/schematic.js').Spot} Spot */
/** @typedef {import('../model/schematic.js').Way} Way */
/** @typedef {import('./water.js').Water} Panel */

const WIDTH = 352;
const ROW = 40;
const LAKE = { widest: 62, height: 20, gap: 5 };
const LETTER = 10;
const WIDEST = 9;
const FLOWS_M3 = 1;

/** The network without geography, beside the map: what is chosen here is chosen there. @param {Panel} panel @param {State} water @param {Judgement} judgement */
export function schematicOf(panel, water, judgement) {
    const { lakes, links, sources } = judgement;
    const drawn = water.board[water.works] ?? judgement;
    if (!lakes || !links || !sources || !drawn.lakes || !drawn.links || !drawn.sources) return nothing;
    // What is tried keeps the places of what is drawn, so that nothing jumps.
    const { spots, ways, rows } = schematic({ lakes: drawn.lakes, links: drawn.links, sources: drawn.sources });
    const height = rows * ROW;
    const at = new Map(spots.map((spot) => [spot.id, { x: spot.x * WIDTH, y: spot.y * height }]));
    const flows = now(water);
    const most = Math.max(FLOWS_M3, ...flows.values());
    const chosen = new Set([...panel.state.selection.map(({ layer, id }) => `${layer}/${id}`), ...water.lit]);
    const fullest = Math.max(1, ...[...new Set(spots.map(({ y }) => y))].map((y) => spots.filter((spot) => spot.y === y).length));
    const look = { panel, water, at, flows, most, chosen, wide: Math.min(LAKE.widest, WIDTH / fullest - LAKE.gap) };
    return html`<details class="schematic" open><summary>${panel.t('water.schematic')}</summary>
        <svg viewBox="0 0 ${WIDTH} ${height}" role="group" aria-label=${panel.t('water.schematic')}>
            ${ways.map((way) => wayOf(look, way))}${spots.map((spot) => spotOf(look, spot))}
        </svg></details>`;
}

/** @typedef {{panel: Panel, water: State, at: Map<string, {x: number, y: number}>, flows: Map<string, number>, most: number, chosen: Set<string>, wide: number}} Look */

/** What runs in the month, by edge or source, in what lies open to be read. @param {State} water */
function now(water) {
    const judgement = shown(water);
    return new Map([
        ...(judgement?.links ?? []).map(({ edge, m3 }) => /** @type {const} */ ([edge, m3[water.month]])),
        ...(judgement?.sources ?? []).map(({ feature, m3 }) => /** @type {const} */ ([feature, m3[water.month]])),
    ]);
}

/** @param {Look} look @param {Way} way */
function wayOf({ panel, water, at, flows, most, chosen }, way) {
    const [from, to] = [at.get(way.from), at.get(way.to)];
    if (!from || !to) return nothing;
    const m3 = Math.max(0, ...(way.edges.length ? way.edges : [way.id]).map((id) => flows.get(id) ?? 0));
    const width = m3 >= FLOWS_M3 ? 1.5 + (WIDEST - 1.5) * Math.sqrt(m3 / most) : 1.2;
    const { d, middle } = course(from, to);
    const name = `${way.name} ${panel.number(m3 / 1000)} ${panel.t('water.flow')}`;
    return svg`<g class="way ${m3 >= FLOWS_M3 ? 'flows' : 'still'} ${chosen.has(way.feature) ? 'chosen' : ''}" role="button" tabindex="0" aria-label=${name}
            data-feature=${way.feature} @click=${() => choose(panel, way.feature)} @keydown=${(/** @type {KeyboardEvent} */ event) => onKey(event, panel, way.feature)}>
        <title>${name}</title>
        <path class="reach" d=${d}></path><path class="line" d=${d} stroke-width=${width}></path>
        ${m3 >= FLOWS_M3 ? svg`<path class="tip" d="M-4,-3L3,0L-4,3Z" transform="translate(${middle.x},${middle.y}) rotate(${middle.turn}) scale(${1 + width / 9})"></path>` : nothing}
        ${water.what.close.includes(way.feature) ? svg`<text class="shut" x=${middle.x} y=${middle.y + 4}>×</text>` : nothing}</g>`;
}

/** A bent line; what leads up goes round the outside. @param {{x: number, y: number}} from @param {{x: number, y: number}} to */
function course(from, to) {
    const up = to.y <= from.y;
    const aside = up ? (from.x + to.x < WIDTH ? -1 : 1) * 46 : 0;
    const bend = up ? 0 : (to.y - from.y) / 2;
    const [one, other] = [{ x: from.x + aside, y: from.y + bend }, { x: to.x + aside, y: to.y - bend }];
    const d = `M${from.x},${from.y}C${one.x},${one.y} ${other.x},${other.y} ${to.x},${to.y}`;
    const middle = { x: (from.x + 3 * one.x + 3 * other.x + to.x) / 8, y: (from.y + 3 * one.y + 3 * other.y + to.y) / 8 };
    // How a curve of this kind runs in its middle.
    const turn = (Math.atan2(to.y + other.y - one.y - from.y, to.x + other.x - one.x - from.x) * 180) / Math.PI;
    return { d, middle: { ...middle, turn } };
}

/** @param {Look} look @param {Spot} spot */
function spotOf({ panel, water, at, chosen, wide }, spot) {
    const place = at.get(spot.id);
    if (!place) return nothing;
    const { x, y } = place;
    if (spot.kind === 'place') return svg`<circle class="place" cx=${x} cy=${y} r="3"></circle>`;
    const failed = shown(water)?.lakes?.find(({ feature }) => feature === spot.feature)?.months[water.month]?.failed.length;
    return svg`<g class="spot ${spot.kind} ${chosen.has(spot.feature) ? 'chosen' : ''} ${failed ? 'fails' : ''}" role="button" tabindex="0" aria-label=${spot.name} data-feature=${spot.feature}
            @click=${() => choose(panel, spot.feature)} @keydown=${(/** @type {KeyboardEvent} */ event) => onKey(event, panel, spot.feature)}>
        <title>${spot.name}</title>
        ${spot.kind === 'lake'
            ? svg`<rect x=${x - wide / 2} y=${y - LAKE.height / 2} width=${wide} height=${LAKE.height} rx="9"></rect><text x=${x} y=${y + 4}>${short(spot.name, Math.floor((wide - 4) / LETTER))}</text>`
            : svg`<path d="M${x - 7},${y - 6}h14l-7,12Z"></path><text x=${x} y=${y - 9}>${short(spot.name, 8)}</text>`}</g>`;
}

/** @param {string} name @param {number} most */
const short = (name, most) => (name.length > most ? `${name.slice(0, most - 1)}…` : name);

/** @param {Panel} panel @param {string} feature */
function choose(panel, feature) {
    panel.desk.lightWater([feature]);
    void panel.desk.select([refOf(feature)]);
}

/** @param {KeyboardEvent} event @param {Panel} panel @param {string} feature */
function onKey(event, panel, feature) {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    choose(panel, feature);
}
