import { html, nothing } from 'lit';
import { number } from '../model/units.js';
import { isOld, latest, refOf, shown, WORKS } from '../model/water.js';
import { empty } from './empty.js';
import { icon } from './icon.js';
import { Panel } from './panel.js';
import { assumedOf } from './water-assumed.js';
import { lakeOf } from './water-lake.js';
import { enginesOf } from './water-engines.js';
import { outagesOf } from './water-outages.js';
import { removalsPart } from './water-removals.js';
import { schematicOf } from './water-schematic.js';
import { triedOf, tryOf } from './water-try.js';
import { worksOf } from './water-works.js';

/** @typedef {import('../model/water.js').Water} State */
/** @typedef {import('../model/water.js').Verdict} Verdict */
/** @typedef {import('../model/water.js').Judgement} Judgement */

/** The water of the plan: four verdicts for three states of the works, why, the months, and each lake. */
export class Water extends Panel {
    static reads = ['water', 'theme', 'selection'];

    /** A lake or a link chosen on the map is looked at here. @param {Set<string>} keys */
    changed(keys) {
        const { water, selection } = this.state;
        if (keys.has('selection') && selection.length === 0 && this.state.unfolded) this.desk.set({ unfolded: false });
        if (water && keys.has('selection') && selection.length === 1) {
            const feature = `${selection[0].layer}/${selection[0].id}`;
            const lakes = shown(water)?.lakes ?? [];
            if (feature !== water.lake && lakes.some((lake) => lake.feature === feature)) void this.desk.showLake(feature);
        }
        return keys;
    }

    render() {
        const { water } = this.state;
        if (!water) return html`<section class="water panel" id="panel-water" role="tabpanel" aria-labelledby="tab-water" hidden></section>`;
        const judgement = latest(water);
        const any = this.state.plan?.layers.some(({ role, count }) => role === 'water' && count > 0);
        return html`<section class="water panel" id="panel-water" role="tabpanel" aria-labelledby="tab-water" aria-busy=${water.busy}>
            <header>
                ${icon('water')}
                <h2>${this.t('water.title')}</h2>
                ${judgement ? this.year(water, judgement) : nothing}
                <button class="ghost" aria-label=${this.t('action.close')} @click=${() => this.desk.closeWater()}>${icon('close')}</button>
            </header>
            <div class="scroll" data-old=${judgement && !shown(water) ? 'yes' : nothing}>
                ${any ? this.board(water) : empty(this, this.t('water.none'), 'import')}
                ${any && judgement && !shown(water) ? html`<p class="hint again">${this.t('water.again')}</p>` : nothing}
                ${any && judgement ? [this.gaps(judgement), triedOf(this, water), this.reasons(judgement), this.months(water, judgement), schematicOf(this, water, judgement), lakeOf(this, water, judgement),
                    tryOf(this, water), worksOf(this, water, judgement), outagesOf(this, judgement), removalsPart(this, water), this.findings(water), assumedOf(this, water, judgement), this.files(water), enginesOf(this, water)] : any ? html`<p class="hint">${this.t('water.computing')}</p>` : nothing}
            </div>
        </section>`;
    }

    /** @param {State} water @param {Judgement} judgement */
    year(water, judgement) {
        if (judgement.years.length === 0) return nothing;
        return html`<select aria-label=${this.t('water.year')} @change=${(/** @type {Event} */ event) => this.desk.setWaterYear(/** @type {HTMLSelectElement} */ (event.target).value)}>
            ${judgement.years.map(({ code, name }) => html`<option value=${code} ?selected=${code === water.year}>${this.yearName(code, name)}</option>`)}
        </select>`;
    }

    /** The usual years have a name in both languages. @param {string} code @param {string} name */
    yearName(code, name) {
        return ['wet', 'normal', 'dry'].includes(code) ? this.t(`water.year.${code}`) : name;
    }

    /** Four verdicts across, three states down. @param {State} water */
    board(water) {
        const titles = /** @type {const} */ (['circulating', 'balanced', 'backed', 'clear']);
        return html`<table class="board">
            <thead><tr><td></td>${titles.map((kind) => html`<th scope="col">${this.t(`water.verdict.${kind}`)}</th>`)}</tr></thead>
            <tbody>${WORKS.map((works) => html`<tr aria-current=${works === water.works}>
                <th scope="row"><button class="ghost" aria-pressed=${works === water.works} @click=${() => this.desk.showWorks(works)}>${this.t(`water.works.${works}`)}</button></th>
                ${titles.map((kind) => {
                    const told = water.board[works];
                    const verdict = told && !isOld(water, told) ? told.verdicts.find((one) => one.kind === kind) : undefined;
                    return html`<td>${verdict ? this.mark(verdict, works) : html`<span class="hint">…</span>`}</td>`;
                })}
            </tr>`)}</tbody>
        </table>`;
    }

    /** @param {Verdict} verdict @param {import('../model/water.js').Works} works */
    mark({ standing, features }, works) {
        const name = this.t(`water.standing.${standing}`);
        return html`<button class="mark" data-standing=${standing} title=${name} @click=${async () => {
            await this.desk.showWorks(works);
            this.desk.lightWater(features);
        }}>${name}</button>`;
    }

    /** What is missing, and records that change nothing, each leading to where it is filled in. @param {Judgement} judgement */
    gaps({ cannot_say: gaps, strays }) {
        return [['gaps', gaps], ['strays', strays]].map(([list, values]) => this.values(/** @type {string} */ (list), /** @type {import('../model/water.js').ValueAt[]} */ (values)));
    }

    /** @param {string} list @param {import('../model/water.js').ValueAt[]} values */
    values(list, values) {
        if (values.length === 0) return nothing;
        return html`<section class=${list}><h3>${this.t(`water.${list}`, { count: values.length })}</h3>
            <ul>${values.map((value) => html`<li><button class="ghost" @click=${() => this.goTo(value.id)}>
                ${this.recordName(value)} · ${this.attribute(value.id, value.attribute)}${value.month ? ` · ${this.t('water.month', { month: value.month })}` : ''}</button></li>`)}</ul>
        </section>`;
    }

    /** A record that is not there yet has no name but that of its kind. @param {import('../model/water.js').ValueAt} value */
    recordName({ id, name }) {
        const kind = this.state.plan?.records.find((one) => one.id === name && one.id === refOf(id).layer);
        return kind ? this.words(kind.title) : name;
    }

    /** A feature is selected and its sheet laid open; a record's form likewise. @param {string} id */
    goTo(id) {
        const ref = refOf(id);
        this.desk.set({ unfolded: true });
        if (this.layer(ref.layer)) void this.desk.select([ref]);
        else void this.record(ref.layer, ref.id);
    }

    /** @param {string} kind @param {number} id none where there is no such record yet */
    async record(kind, id) {
        await this.desk.openRecords(kind);
        this.desk.chooseRecord(Number.isFinite(id) ? id : null);
    }

    /** @param {string} id @param {string} name */
    attribute(id, name) {
        const kind = refOf(id).layer;
        const { plan } = this.state;
        const known = [...(plan?.layers ?? []), ...(plan?.records ?? [])].find((each) => each.id === kind)?.attributes.find((one) => one.name === name);
        return known ? this.words(known.title) : name === 'shape' ? this.t('water.shape') : name;
    }

    /** @param {Judgement} judgement */
    reasons({ verdicts }) {
        return html`<section class="reasons">
            ${verdicts.map((verdict) => html`<details data-standing=${verdict.standing} ?open=${verdict.standing !== 'passes'}>
                <summary><strong>${this.words(verdict.title)}</strong><span class="mark" data-standing=${verdict.standing}>${this.t(`water.standing.${verdict.standing}`)}</span></summary>
                <ul>${verdict.reasons.map((reason) => html`<li><button class="ghost" @click=${() => this.desk.lightWater(verdict.features)}>${this.words(reason)}</button></li>`)}</ul>
            </details>`)}
        </section>`;
    }

    /** @param {State} water @param {Judgement} judgement */
    months(water, { months }) {
        if (!months) return nothing;
        const month = months[water.month];
        return html`<label class="months"><span>${this.t('water.month', { month })}</span>
            <input type="range" min="0" max="11" .value=${String(water.month)} aria-label=${this.t('water.months')}
                aria-valuetext=${this.t('water.month', { month })}
                @input=${(/** @type {Event} */ event) => this.desk.setWaterMonth(Number(/** @type {HTMLInputElement} */ (event.target).value))} /></label>`;
    }

    /** @param {State} water */
    findings({ network }) {
        if (!network?.findings.length) return nothing;
        return html`<details class="findings"><summary>${this.t('water.findings', { count: network.findings.length })}</summary>
            <ul>${network.findings.map(({ feature, place, what, remedy }) => html`<li><button class="ghost" @click=${() => {
                this.desk.goTo({ lon: place[0], lat: place[1], mark: true });
                this.desk.lightWater([feature]);
            }}>${this.words(what)} <small>${this.words(remedy)}</small></button></li>`)}</ul></details>`;
    }

    /** The same to print, and as a workbook. @param {State} water */
    files({ year }) {
        return html`<p class="links">
            <a class="button" href="/report/water?${new URLSearchParams({ year, lang: this.locale })}" target="_blank" rel="noopener">${icon('report')}${this.t('water.chapter')}</a>
            <a href="/report/water/chief?${new URLSearchParams({ year, lang: this.locale })}" target="_blank" rel="noopener">${this.t('water.chief')}</a>
            <a href="/api/water.xlsx?${new URLSearchParams({ year, lang: this.locale })}" download>XLSX</a></p>`;
    }

    /** @param {number} value */
    number(value) {
        return number(value, Math.abs(value) < 10 ? 1 : 0, this.locale);
    }
}
