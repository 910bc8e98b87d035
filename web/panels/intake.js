import { html, nothing } from 'lit';
import { canBePreviewed, outcome, saysSomething } from '../model/intake-choices.js';
import { icon } from './icon.js';
import { choiceOf } from './intake-choice.js';
import { takeDrops } from './intake-drop.js';
import { forecastOf } from './intake-forecast.js';
import { comesTo, previewOf } from './intake-preview.js';
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
        takeDrops((files) => void this.desk.importFiles(files));
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
        const label = this.t(intake.blank ? 'newPlan.bring' : 'intake.label');
        return html`<section class="intake card" aria-label=${label}>
            <header>
                ${icon('upload')}
                <h2>${label}</h2>
                <button class="ghost" aria-label=${this.t('action.close')} @click=${() => this.desk.closeImport()}>${icon('close')}</button>
            </header>
            <div class="scroll" ?inert=${intake.busy}>
                ${this.said(intake)}
                ${intake.stage === 'files' ? this.drop(intake) : this.found(intake)}
            </div>
            ${this.foot(intake)}
        </section>`;
    }

    /** What went wrong; that it was called off is no fault. @param {State} intake */
    said({ problem, calledOff, busy }) {
        if (busy) return nothing;
        if (calledOff) return html`<p class="notice" role="status">${icon('info')}${problem ? this.words(problem) : this.t('intake.calledOff')}</p>`;
        return problem ? html`<p class="notice fault" role="alert">${icon('warning')}${this.words(problem)}</p>` : nothing;
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
            ${intake.stage === 'preview' ? forecastOf(this, intake.forecast) : nothing}
            ${this.layers(intake)}
            ${preview && intake.stage === 'preview' ? previewOf(this, intake.choices[active], preview) : choiceOf(this, layer, intake)}`;
    }

    /** @param {State} intake */
    layers(intake) {
        const { found, choices, active, preview, stage } = intake;
        if (!found) return nothing;
        if (stage === 'preview') return this.compared(intake, preview ?? []);
        return html`<ul class="found-layers" aria-label=${this.t('intake.layers')}>
            ${found.layers.map((layer, i) => html`<li class=${i === active ? 'active' : ''}>
                <input type="checkbox" aria-label=${this.t('intake.take', { name: layer.name })} .checked=${choices[i].take}
                    @change=${(/** @type {Event} */ e) => this.desk.chooseImport(i, { take: /** @type {HTMLInputElement} */ (e.target).checked })} />
                ${this.tab(i, active, layer.name, `${layer.format} · ${this.t('intake.count', { count: layer.count })}`)}
            </li>`)}
        </ul>`;
    }

    /** The layers that something happens to; one alone needs no list. @param {State} intake @param {import('../model/intake.js').Preview[]} preview */
    compared({ choices, active }, preview) {
        const speaking = preview.filter(saysSomething);
        if (preview.length < 2 || speaking.length === 0) return nothing;
        return html`<ul class="found-layers" aria-label=${this.t('intake.layers')}>
            ${speaking.map((layer) => html`<li class=${layer.source === active ? 'active' : ''}>
                ${this.tab(layer.source, active, this.words(this.layer(layer.target)?.title), comesTo(this, choices[layer.source], layer))}
            </li>`)}
        </ul>`;
    }

    /** @param {number} source @param {number} active @param {string} name @param {string} more */
    tab(source, active, name, more) {
        return html`<button class="ghost" aria-current=${source === active} @click=${() => this.desk.activateImport(source)}>
            <span>${name}</span><small>${more}</small>
        </button>`;
    }

    /** @param {State} intake */
    foot(intake) {
        if (intake.busy) return this.working(intake);
        if (intake.stage === 'files') return nothing;
        if (intake.stage === 'preview') return this.decide(intake);
        return html`<footer>
            ${this.encoding(intake)}
            <button class="primary" ?disabled=${!canBePreviewed(intake)} @click=${() => this.desk.previewImport()}>${this.t('intake.preview')}</button>
        </footer>`;
    }

    /** What is still to be decided stands where the hand wants to write. @param {State} intake */
    decide(intake) {
        const { changes, undecided, refused } = outcome(intake);
        const open = [
            ...(undecided ? [this.t('intake.undecided', { count: undecided })] : []),
            ...(refused ? [this.t('intake.notGivenUp', { count: refused })] : []),
        ];
        const none = open.length === 0 && changes === 0;
        return html`<footer class="decide">
            ${open.length || none ? html`<p class="todo" role="status">${none ? this.t('intake.nothing') : this.t('intake.first', { what: open.join(' · ') })}</p>` : intake.blank ? html`<span class="space"></span>` : this.remark()}
            <button @click=${() => this.desk.reviseImport()}>${this.t('action.back')}</button>
            <button class="primary" ?disabled=${open.length > 0 || none} @click=${() => (intake.blank ? this.desk.takeToNewPlan() : this.desk.applyImport(this.comment))}>
                ${this.t(intake.blank ? 'newPlan.take' : 'intake.apply')}${changes ? html` <span class="num">· ${changes}</span>` : nothing}
            </button>
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
            <button ?disabled=${intake.calledOff} @click=${() => this.desk.cancelImport()}>${this.t(intake.calledOff ? 'intake.callingOff' : 'action.cancel')}</button>
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
