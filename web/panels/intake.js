import { html, nothing } from 'lit';
import { icon } from './icon.js';
import { choiceOf } from './intake-choice.js';
import { previewOf } from './intake-preview.js';
import { Panel } from './panel.js';

/** @typedef {import('../model/intake.js').Intake} State */

const ENCODINGS = ['', 'UTF-8', 'GB18030', 'GBK', 'Big5'];
const FORMATS = 'Shapefile · GeoPackage · GeoJSON · KML/KMZ · DXF · TXT · CSV · XLSX · ZIP';

/** The import: files are dropped, what is in them is shown and laid on the map, and one changeset takes it in. */
export class Intake extends Panel {
    static reads = ['intake', 'theme', 'author'];
    comment = '';
    at = '';

    connectedCallback() {
        super.connectedCallback();
        document.addEventListener('dragover', (event) => {
            if (!event.dataTransfer?.types.includes('Files')) return;
            event.preventDefault();
            dropping(true);
        });
        document.addEventListener('dragleave', (event) => void (event.relatedTarget ?? dropping(false)));
        document.addEventListener('drop', (event) => {
            dropping(false);
            if (!event.dataTransfer?.files.length) return;
            event.preventDefault();
            void this.desk.importFiles([...event.dataTransfer.files]);
        });
    }

    /** Another step or another layer is read from its top. */
    updated() {
        const { stage = '', active = 0 } = this.state.intake ?? {};
        if (this.at !== `${stage} ${active}`) this.querySelector('.scroll')?.scrollTo(0, 0);
        this.at = `${stage} ${active}`;
    }

    render() {
        const { intake } = this.state;
        if (!intake) return nothing;
        return html`<section class="intake card" role="dialog" aria-label=${this.t('intake.label')}>
            <header>
                ${icon('upload')}
                <h2>${this.t('intake.label')}</h2>
                <button class="ghost" aria-label=${this.t('action.close')} @click=${() => this.desk.closeImport()}>${icon('close')}</button>
            </header>
            <div class="scroll">
                ${intake.problem ? html`<p class="notice fault" role="alert">${icon('warning')}${this.words(intake.problem)}</p>` : nothing}
                ${intake.stage === 'files' ? this.drop(intake) : this.found(intake)}
            </div>
            ${this.foot(intake)}
        </section>`;
    }

    /** @param {State} intake */
    drop(intake) {
        return html`<label class="drop">
            ${icon('upload')}
            <b>${this.t('intake.drop')}</b>
            <small>${FORMATS}</small>
            <span class="button">${this.t('intake.choose')}</span>
            <input type="file" multiple ?disabled=${intake.busy} @change=${this.take} />
        </label>`;
    }

    /** @param {Event} event */
    take(event) {
        const input = /** @type {HTMLInputElement} */ (event.target);
        void this.desk.importFiles([...(input.files ?? [])]);
    }

    /** @param {State} intake */
    found(intake) {
        const { found, active } = intake;
        if (!found) return nothing;
        const layer = found.layers[active];
        const preview = intake.preview?.find(({ source }) => source === layer.source);
        return html`${found.findings.map((words) => html`<p class="notice">${icon('info')}${this.words(words)}</p>`)}
            ${this.layers(intake)}
            ${preview && intake.stage === 'preview' ? previewOf(this, intake.choices[active], preview) : choiceOf(this, layer, intake)}`;
    }

    /** @param {State} intake */
    layers(intake) {
        const { found, choices, active } = intake;
        if (!found) return nothing;
        return html`<ul class="found-layers" aria-label=${this.t('intake.layers')}>
            ${found.layers.map((layer, i) => {
                const choice = choices[i];
                return html`<li class=${i === active ? 'active' : ''}>
                    <input type="checkbox" aria-label=${this.t('intake.take', { name: layer.name })} .checked=${choice.take}
                        ?disabled=${intake.busy}
                        @change=${(/** @type {Event} */ e) => this.desk.chooseImport(i, { take: /** @type {HTMLInputElement} */ (e.target).checked })} />
                    <button class="ghost" aria-current=${i === active} @click=${() => this.desk.activateImport(i)}>
                        <span>${layer.name}</span>
                        <small>${layer.format} · ${this.t('intake.count', { count: layer.count })}</small>
                    </button>
                </li>`;
            })}
        </ul>`;
    }

    /** @param {State} intake */
    foot(intake) {
        if (intake.busy) return this.working(intake);
        if (intake.stage === 'files') return nothing;
        const some = canBePreviewed(intake);
        return html`<footer>
            ${intake.stage === 'choose' ? this.encoding(intake) : this.remark()}
            ${intake.stage === 'preview'
                ? html`<button @click=${() => this.desk.reviseImport()}>
                          ${this.t('action.back')}
                      </button>
                      <button class="primary" ?disabled=${!some} @click=${() => this.desk.applyImport(this.comment)}>
                          ${this.t('intake.apply')}
                      </button>`
                : html`<button class="primary" ?disabled=${!some} @click=${() => this.desk.previewImport()}>${this.t('intake.preview')}</button>`}
        </footer>`;
    }

    /** @param {State} intake */
    working(intake) {
        const { step } = intake;
        const phase = this.t(`intake.phase.${step?.phase ?? 'waiting'}`);
        const known = step !== null && step.total > 0;
        return html`<footer>
            <p class="space" role="status">
                ${phase} ${step && step.done > 0 ? html`<span class="num">${step.done}${known ? ` / ${step.total}` : ''}</span>` : nothing}
                <progress max=${known && step ? step.total : nothing} value=${known && step ? step.done : nothing}></progress>
            </p>
            <button @click=${() => this.desk.cancelImport()}>${this.t('action.cancel')}</button>
        </footer>`;
    }

    /** @param {State} intake */
    encoding(intake) {
        return html`<label class="inline space">
            ${this.t('intake.encoding')}
            <select @change=${(/** @type {Event} */ e) => this.desk.rereadImport(/** @type {HTMLSelectElement} */ (e.target).value)}>
                ${ENCODINGS.map((name) => html`<option value=${name} ?selected=${name === intake.encoding}>${name || this.t('intake.detect')}</option>`)}
            </select>
        </label>`;
    }

    remark() {
        return html`<input class="space" type="text" maxlength="200" placeholder=${this.t('intake.comment')}
            aria-label=${this.t('intake.comment')} .value=${this.comment}
            @input=${(/** @type {Event} */ e) => (this.comment = /** @type {HTMLInputElement} */ (e.target).value)} />`;
    }
}

/** Something is taken, and what is laid on by hand has its two points. @param {State} intake */
function canBePreviewed({ choices }) {
    const taken = choices.filter(({ take, target }) => take && target);
    const placed = (/** @type {import('../model/intake.js').Choice} */ { points }) => points.filter(({ lon }) => lon !== null).length;
    return taken.length > 0 && taken.every((choice) => choice.crs !== '' && (choice.crs !== 'points' || placed(choice) >= 2));
}

/** The page shows that files may be let go over it. @param {boolean} on */
const dropping = (on) => document.body.classList.toggle('dropping', on);
