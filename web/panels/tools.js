import { html, nothing } from 'lit';
import { canSplit, isHand } from '../model/hand.js';
import { canTrace, setTracing } from '../model/trace.js';
import { icon } from './icon.js';
import { Panel } from './panel.js';
import { pressed, TOOLS } from './shortcuts.js';
import { swatch } from './swatch.js';
import { TypedCorner } from './typed-corner.js';

/** @typedef {import('../model/types.js').Tool} Tool */

/** Geometry that a drawing tool makes. @type {Partial<Record<Tool, string>>} */
const MAKES = { polygon: 'polygon', rectangle: 'polygon', corridor: 'line', point: 'point' };

/** The tools for looking, drawing and reshaping, and the layer a new shape will belong to. */
export class Tools extends Panel {
    static reads = ['tool', 'drawLayer', 'draft', 'feature', 'hand', 'tracing'];
    typed = new TypedCorner(this);

    connectedCallback() {
        super.connectedCallback();
        document.addEventListener('keydown', (event) => pressed(event, this.desk, (tool) => this.take(tool)));
    }

    render() {
        const drawing = MAKES[this.state.tool];
        return html`<div class="tools" role="toolbar" aria-orientation="vertical" aria-label=${this.t('tools.label')}>
                ${['look', 'draw', 'shape'].map((group) => html`<div class="group">${this.group(group)}</div>`)}
            </div>
            ${drawing ? this.choice(drawing) : isHand(this.state.tool) ? this.hand() : nothing}`;
    }

    /** What the line in the hand is for. */
    hand() {
        const { tool } = this.state;
        return html`<div class="draw-layer card"><p class="hint">${this.t(`hint.${tool}`)}</p>${this.typed.render(tool)}</div>`;
    }

    /** @param {string} group */
    group(group) {
        return TOOLS.filter((each) => each.group === group).map(({ tool, key }) => {
            const name = this.t(`tool.${tool}`);
            return html`<button
                class="tool"
                aria-pressed=${this.state.tool === tool}
                aria-keyshortcuts=${key}
                ?disabled=${(group !== 'look' && !this.desk.mayWrite) || (group === 'shape' && !this.state.feature && !this.state.draft) || (tool === 'split' && !canSplit(this.desk))}
                @click=${() => this.take(tool)}
            >
                ${icon(tool)}<span class="word">${this.t(`tool.word.${tool}`)}</span>
                <span class="tip" aria-hidden="true">${name}<kbd>${key}</kbd></span>
            </button>`;
        });
    }

    /** Which layer the new shape belongs to. @param {string} geometry */
    choice(geometry) {
        const { plan, drawLayer, tool } = this.state;
        const roles = ['adds green', 'other'];
        const layers = (plan?.layers ?? []).filter((layer) => layer.geometry === geometry);
        const chosen = this.layer(drawLayer);
        return html`<div class="draw-layer card">
            <label for="draw-layer">${this.t('tools.layer')}</label>
            <div class="pick">
                ${chosen ? swatch(chosen, this.dark) : nothing}
                <select id="draw-layer" .value=${drawLayer} @change=${this.choose}>
                    ${roles.map((role) => this.layerGroup(role, layers))}
                </select>
            </div>
            <p class="hint">${this.t(`hint.${tool}`)}</p>
            ${canTrace(tool) ? this.tracing() : nothing} ${this.typed.render(tool)}
        </div>`;
    }

    /** Whether the next corner is reached along an edge. */
    tracing() {
        return html`<label class="tick"><input type="checkbox" id="tracing" aria-keyshortcuts="T" .checked=${this.state.tracing}
            @change=${(/** @type {Event} */ event) => setTracing(this.desk, /** @type {HTMLInputElement} */ (event.target).checked)} />
            <span title=${this.t('trace.why')}>${this.t('trace.label')} <kbd>T</kbd></span></label>`;
    }

    /** @param {string} role @param {import('../model/types.js').Layer[]} layers */
    layerGroup(role, layers) {
        const inGroup = layers.filter((layer) => (layer.role === 'adds green') === (role === 'adds green'));
        if (inGroup.length === 0) return nothing;
        return html`<optgroup label=${role === 'other' ? this.t('tools.otherLayers') : this.t('role.adds_green')}>
            ${inGroup.map((layer) => {
                const mine = layer.id === this.state.drawLayer;
                return html`<option value=${layer.id} ?selected=${mine}>${this.words(layer.title)}</option>`;
            })}
        </optgroup>`;
    }

    /** @param {Event} event */
    choose(event) {
        const layer = /** @type {HTMLSelectElement} */ (event.target).value;
        this.desk.setTool(this.state.tool, { layer });
    }

    /** A drawing tool keeps the chosen layer if it can draw it, else takes the first that it can. @param {Tool} tool */
    take(tool) {
        const makes = MAKES[tool];
        if (!makes || this.layer(this.state.drawLayer)?.geometry === makes) {
            this.desk.setTool(tool);
            return;
        }
        const layers = (this.state.plan?.layers ?? []).filter((layer) => layer.geometry === makes);
        const layer = layers.find(({ role }) => role === 'adds green') ?? layers[0];
        this.desk.setTool(tool, layer && { layer: layer.id });
    }
}
