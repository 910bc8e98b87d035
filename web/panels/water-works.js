import { html, nothing } from 'lit';
import { ask, cancel, choose, search, toggled, worksOf as asked, write } from '../model/works.js';
import { number } from '../model/units.js';
import { axis, base } from './chart-look.js';
import './chart.js';
import { icon } from './icon.js';

/** @typedef {import('../model/water.js').Water} State */
/** @typedef {import('../model/water.js').Judgement} Judgement */
/** @typedef {import('../model/works.js').Works} Works */
/** @typedef {import('../model/works.js').Point} Point */
/** @typedef {import('../model/works.js').Answer} Answer */
/** @typedef {import('./water.js').Water} Panel */

const BY_WORKS = ['circulating', 'balanced', 'backed'];
const PER_10K = 1e4;

/** Which works make the verdicts hold at the least cost: what has to hold, the search, and what it found. @param {Panel} panel @param {State} water @param {Judgement} judgement */
export function worksOf(panel, water, judgement) {
    const works = asked(water);
    return html`<details class="works" ?open=${works.answer !== null || works.step !== null}><summary>${panel.t('works.title')}</summary>
        ${form(panel, works, judgement)}
        ${works.problem ? html`<p class="notice" role="status">${panel.words(works.problem)}</p>` : nothing}
        ${works.answer ? found(panel, water, works, works.answer) : nothing}
    </details>`;
}

/** @param {Panel} panel @param {Works} works @param {Judgement} judgement */
function form(panel, { question, step }, { years }) {
    const tick = (/** @type {string} */ label, /** @type {boolean} */ on, /** @type {() => void} */ change) => html`<label class="tick">
        <input type="checkbox" .checked=${on} @change=${change} />${label}</label>`;
    return html`<form @submit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        void (step ? cancel(panel.desk) : search(panel.desk));
    }}>
        <fieldset ?disabled=${step !== null}><legend>${panel.t('works.hold')}</legend>
            ${BY_WORKS.map((kind) => tick(panel.t(`water.verdict.${kind}`), question.verdicts.includes(kind), () => ask(panel.desk, { verdicts: toggled(question.verdicts, kind) })))}</fieldset>
        <fieldset ?disabled=${step !== null}><legend>${panel.t('works.years')}</legend>
            ${years.map(({ code, name }) => tick(panel.yearName(code, name), question.years.includes(code), () => ask(panel.desk, { years: toggled(question.years, code) })))}</fieldset>
        <label>${panel.t('works.from')}<select ?disabled=${step !== null} @change=${(/** @type {Event} */ event) => ask(panel.desk, { from: /** @type {any} */ (event.target).value })}>
            ${['today', 'approved'].map((from) => html`<option value=${from} ?selected=${from === question.from}>${panel.t(`water.works.${from}`)}</option>`)}</select></label>
        <p class="buttons"><button class=${step ? '' : 'primary'} ?disabled=${question.verdicts.length === 0}>${panel.t(step ? 'works.cancel' : 'works.search')}</button>
            ${step ? html`<span role="status">${panel.t(`works.phase.${step.phase}`, { done: step.done })}</span>` : nothing}</p>
    </form>`;
}

/** @param {Panel} panel @param {State} water @param {Works} works @param {Answer} answer */
function found(panel, water, works, answer) {
    if (answer.cannot_say.length > 0) {
        return html`<section class="gaps"><h3>${panel.t('water.gaps', { count: answer.cannot_say.length })}</h3>${values(panel, answer.cannot_say)}</section>`;
    }
    const point = answer.points[works.point] ?? answer.points[0];
    return html`${water.network && answer.changeset < water.network.changeset ? html`<p class="notice" role="status">${panel.t('works.stale')}</p>` : nothing}
        ${answer.points.length > 1 ? [html`<h3>${panel.t('works.trade')}</h3>`, chart(panel, works, answer)] : nothing}
        ${table(panel, works, answer)}
        ${point ? detail(panel, works, point) : nothing}
        <details class="assumed"><summary>${panel.t('works.assumptions', { count: answer.assumed.length })}</summary>
            <ul class="said">${answer.assumptions.map((words) => html`<li>${panel.words(words)}</li>`)}</ul>${values(panel, answer.assumed)}</details>`;
}

/** @param {Panel} panel @param {import('../model/water.js').ValueAt[]} all */
function values(panel, all) {
    return html`<ul>${all.map((value) => html`<li><button class="ghost" @click=${() => panel.goTo(value.id)}>${value.name} · ${panel.attribute(value.id, value.attribute)}</button></li>`)}</ul>`;
}

/** Cost against months failed: a click chooses the point that is nearest. @param {Panel} panel @param {Works} works @param {Answer} answer */
function chart(panel, works, { points }) {
    const figure = (/** @type {number} */ value) => money(panel, value * PER_10K);
    const at = points.map(({ months, total_yuan: yuan }) => [months, yuan / PER_10K]);
    const option = {
        ...base(figure), grid: { left: 52, right: 30, top: 24, bottom: 40 }, yAxis: axis(panel.t('works.total'), figure),
        xAxis: { ...axis(panel.t('works.months'), String), nameLocation: 'middle', nameGap: 22, minInterval: 1 },
        series: [{ name: panel.t('works.total'), type: 'line', color: 'var(--accent)', data: at.map((value, i) => ({ value, symbol: i === works.point ? 'circle' : 'emptyCircle', symbolSize: i === works.point ? 14 : 9 })) }],
    };
    const nearest = (/** @type {number} */ months) => choose(panel.desk, at.reduce((best, [one], i) => (Math.abs(one - months) < Math.abs(at[best][0] - months) ? i : best), 0));
    return html`<gp-chart class="chart trade" .label=${panel.t('works.trade')} .option=${option} .choose=${nearest}></gp-chart>`;
}

/** @param {Panel} panel @param {Works} works @param {Answer} answer */
function table(panel, works, { points }) {
    return html`<div class="wide"><table class="tradeoff"><thead><tr>${['months', 'capital', 'running', 'total'].map((key) => html`<th class="number" scope="col">${panel.t(`works.${key}`)}</th>`)}</tr></thead>
        <tbody>${points.map((one, i) => html`<tr aria-current=${i === works.point}>
            <th class="number" scope="row"><button class="ghost" aria-pressed=${i === works.point} @click=${() => choose(panel.desk, i)}>${one.months}</button></th>
            ${[one.capital_yuan, one.running_yuan, one.total_yuan].map((yuan) => html`<td class="number">${money(panel, yuan)}</td>`)}</tr>`)}</tbody></table></div>`;
}

/** @param {Panel} panel @param {Works} works @param {Point} point */
function detail(panel, works, point) {
    return html`<section class="remedy">
        <p class=${point.standing === 'impossible' ? 'notice' : 'hint'} role="status">${panel.t(`works.standing.${point.standing}`, { months: point.months })}</p>
        <table><thead><tr><th scope="col">${panel.t('works.work')}</th><th class="number" scope="col">${panel.t('works.capacity')}</th><th class="number" scope="col">${panel.t('works.capital')}</th></tr></thead>
            <tbody>${point.works.map((work) => html`<tr><th scope="row"><button class="ghost" @click=${() => panel.desk.lightWater(work.features)}>${work.name}</button></th>
                <td class="number">${work.storage_m3 === null || work.storage_m3 === undefined ? number(work.capacity_m3d ?? 0, 0, panel.locale) : `${number(work.storage_m3, 0, panel.locale)} m³`}</td><td class="number">${money(panel, work.capital_yuan)}</td></tr>`)}</tbody></table>
        ${point.works.length === 0 ? html`<p class="hint">${panel.t('works.nothing')}</p>` : nothing}
        ${point.works.length > 0 && point.writes.length === 0 ? html`<p class="hint">${panel.t('works.asDrawn')}</p>` : nothing}
        ${Object.entries(point.replayed).map(([year, verdicts]) => html`<p class="replayed"><strong>${panel.t('works.replayed', { year: panel.yearName(year, year) })}</strong>
            ${verdicts.map(({ title, standing }) => html`<span class="mark" data-standing=${standing} title=${panel.t(`water.standing.${standing}`)}>${panel.words(title)} · ${panel.t(`water.standing.${standing}`)}</span>`)}</p>`)}
        <p class="buttons"><button @click=${() => choose(panel.desk, works.point)}>${icon('target')}${panel.t('works.show')}</button>
            ${point.writes.length > 0 && panel.desk.mayWrite ? html`<button class="primary" @click=${() => write(panel.desk, point)}>${panel.t('works.write')}</button>` : nothing}</p>
    </section>`;
}

/** In ten thousand yuan. @param {Panel} panel @param {number} yuan */
function money(panel, yuan) {
    return number(yuan / PER_10K, 0, panel.locale);
}
