import { html, nothing } from 'lit';
import { add, fade, lay, lying, remove, send, show } from '../model/backdrops.js';
import { open } from '../model/scan.js';
import { icon } from './icon.js';

/** @typedef {import('./panel.js').Panel} Panel */
/** @typedef {import('../model/types.js').Basemap} Basemap */

const GROUNDS = /** @type {const} */ (['vec', 'img', 'ter']);

/** What a file that lies under the plan may be called, for the browser's own choice of files. */
const FILES = '.mbtiles,.pmtiles,.tif,.tiff,.png,.jpg,.jpeg';

/** What lies under the plan: which map, how strongly, and ways to lay others. */
export class Backdrops {
    busy = false;
    /** The map whose button to take it away was pressed once. */
    going = '';

    /** @param {Panel} panel */
    constructor(panel) {
        this.panel = panel;
    }

    render() {
        const { panel } = this;
        const maps = panel.state.plan?.basemaps ?? [];
        const map = lying(panel.state);
        return html`<fieldset class="backdrops">
            <legend>${panel.t('basemap.label')}</legend>
            ${[null, ...maps].map((each) => this.choice(each, (each?.id ?? null) === (map?.id ?? null)))}
            ${map ? this.strength() : nothing}
            <details>
                <summary>${panel.t('basemap.more')}</summary>
                ${this.file()} ${this.tianditu()} ${this.service()}
            </details>
        </fieldset>`;
    }

    /** @param {Basemap|null} map @param {boolean} chosen */
    choice(map, chosen) {
        const { panel } = this;
        const name = map ? panel.words(map.title) : panel.t('basemap.none');
        return html`<div class="layer">
            <label><input type="radio" name="basemap" .checked=${chosen} @change=${() => lay(panel.desk, map?.id ?? null)} /><span class="name" title=${name}>${name}</span>
                ${map?.shifted ? html`<small title=${panel.t('basemap.shiftedWhy')}>${panel.t('basemap.shifted')}</small>` : nothing}</label>
            ${map && chosen ? html`<span class="verbs">
                ${map.scan ? html`<button class="ghost small" aria-label=${panel.t('scan.open', { name })} title=${panel.t('scan.open', { name })} @click=${() => open(panel.desk, map.id)}>${icon('target')}</button>` : nothing}
                ${map.bounds || map.kind === 'geotiff' ? html`<button class="ghost small" aria-label=${panel.t('basemap.show', { name })} title=${panel.t('basemap.show', { name })} @click=${() => show(panel.desk, map)}>${icon('search')}</button>` : nothing}
                ${map.removable ? this.away(map, name) : nothing}
            </span>` : nothing}
        </div>`;
    }

    /** A file is gone when it is taken away, so it is asked once more. @param {Basemap} map @param {string} name */
    away(map, name) {
        const { panel } = this;
        const sure = this.going === map.id;
        return html`<button class="ghost small ${sure ? 'danger' : ''}" aria-label=${panel.t(sure ? 'basemap.sure' : 'basemap.remove', { name })} title=${panel.t(sure ? 'basemap.sure' : 'basemap.remove', { name })}
            @click=${() => {
                this.going = sure ? '' : map.id;
                if (sure) void remove(panel.desk, map.id);
                panel.requestUpdate();
            }}>${sure ? panel.t('basemap.sureShort') : icon('trash')}</button>`;
    }

    strength() {
        const { panel } = this;
        const percent = Math.round(panel.state.basemapOpacity * 100);
        return html`<label class="slider">
            <span>${panel.t('layers.opacity')}</span>
            <input type="range" min="10" max="100" step="5" aria-label=${panel.t('layers.opacityOf', { layer: panel.t('basemap.label') })} .value=${String(percent)}
                @input=${(/** @type {Event} */ event) => fade(panel.desk, Number(/** @type {HTMLInputElement} */ (event.target).value) / 100)} />
            <output>${percent}%</output>
        </label>`;
    }

    file() {
        const { panel } = this;
        return html`<label class="field">${panel.t('basemap.file')}
            <input type="file" accept=${FILES} ?disabled=${this.busy} @change=${(/** @type {Event} */ event) => {
                const input = /** @type {HTMLInputElement} */ (event.target);
                const [file] = input.files ?? [];
                if (file) void this.doing(() => this.sent(file)).then(() => (input.value = ''));
            }} /><small>${panel.t(this.busy ? 'basemap.sending' : 'basemap.fileWhy')}</small></label>`;
    }

    /** A drawing without a place is laid by hand at once. @param {File} file */
    async sent(file) {
        const map = await send(this.panel.desk, file);
        if (map?.scan) open(this.panel.desk, map.id);
        return map;
    }

    tianditu() {
        const { panel } = this;
        return html`<form class="service" @submit=${(/** @type {SubmitEvent} */ event) => this.submit(event, (data) => ({ key: text(data, 'key'), layer: text(data, 'layer'), matrixSet: text(data, 'matrixSet'), names: data.has('names') }))}>
            <b>${panel.t('basemap.tianditu')}</b>
            <label class="field">${panel.t('basemap.key')}<input name="key" required pattern="[0-9a-zA-Z]+" autocomplete="off" /></label>
            <span class="pair">
                <select name="layer" aria-label=${panel.t('basemap.ground')}>${GROUNDS.map((ground) => html`<option value=${ground}>${panel.t(`basemap.ground.${ground}`)}</option>`)}</select>
                <select name="matrixSet" aria-label=${panel.t('basemap.grid')}><option value="w">${panel.t('basemap.grid.w')}</option><option value="c">${panel.t('basemap.grid.c')}</option></select>
            </span>
            <label class="tick"><input type="checkbox" name="names" checked />${panel.t('basemap.names')}</label>
            <button ?disabled=${this.busy}>${panel.t('basemap.add')}</button>
        </form>`;
    }

    service() {
        const { panel } = this;
        return html`<form class="service" @submit=${(/** @type {SubmitEvent} */ event) => this.submit(event, (data) => ({ title: text(data, 'title'), url: text(data, 'url'), attribution: text(data, 'attribution'), gcj02: data.has('gcj02') }))}>
            <b>${panel.t('basemap.service')}</b>
            <label class="field">${panel.t('basemap.title')}<input name="title" maxlength="60" required /></label>
            <label class="field">${panel.t('basemap.url')}<input name="url" type="text" maxlength="2000" required placeholder="https://…/{z}/{x}/{y}.png" /></label>
            <label class="field">${panel.t('basemap.attribution')}<input name="attribution" maxlength="60" /></label>
            <label class="tick"><input type="checkbox" name="gcj02" />${panel.t('basemap.gcj02')}</label>
            <button ?disabled=${this.busy}>${panel.t('basemap.add')}</button>
            <small>${panel.t('basemap.serviceWhy')}</small>
        </form>`;
    }

    /** @param {SubmitEvent} event @param {(data: FormData) => import('../model/backdrops.js').Service} read */
    submit(event, read) {
        event.preventDefault();
        const form = /** @type {HTMLFormElement} */ (event.target);
        const service = read(new FormData(form));
        void this.doing(() => add(this.panel.desk, service)).then((done) => done && form.reset());
    }

    /** @param {() => Promise<Basemap|null>} work */
    async doing(work) {
        this.busy = true;
        this.panel.requestUpdate();
        const done = await work();
        this.busy = false;
        this.panel.requestUpdate();
        return done;
    }
}

/** @param {FormData} data @param {string} name */
const text = (data, name) => String(data.get(name) ?? '').trim();
