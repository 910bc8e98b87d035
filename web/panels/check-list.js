import { html, nothing } from 'lit';
import { tabOf } from '../model/dock.js';
import { ask, grouped, show, toneOf } from '../model/findings.js';
import { partOf } from '../model/lit.js';
import { key } from '../model/plots.js';
import { number } from '../model/units.js';
import { amountOf, sourceOf } from './findings.js';
import { icon } from './icon.js';
import { Panel } from './panel.js';

/** A change of the plan may be one of many: so long after the last the rules are asked again. */
const PAUSE_MS = 400;
/** So many plots of a rule are listed at once. */
const MOST = 50;

/** What the rules say of the whole plan, by severity and rule; a click flies to a plot and lights the piece. */
export class CheckList extends Panel {
    static reads = ['dock', 'water', 'targets', 'lit', 'selection'];
    /** @type {import('../model/findings.js').Checked|null} null while nothing was answered */
    checked = null;
    timer = 0;
    asked = 0;

    get shown() {
        return tabOf(this.state) === 'findings';
    }

    /** @param {Set<string>} keys */
    changed(keys) {
        if (!this.shown || !['dock', 'water', 'targets'].some((name) => keys.has(name))) return keys;
        window.clearTimeout(this.timer);
        this.timer = window.setTimeout(() => this.ask(), this.checked ? PAUSE_MS : 0);
        return keys;
    }

    async ask() {
        const asked = ++this.asked;
        const checked = await ask(this.desk);
        if (asked !== this.asked || !checked) return;
        this.checked = checked;
        this.requestUpdate();
    }

    render() {
        return html`<section class="check-list panel" id="panel-findings" role="tabpanel" aria-labelledby="tab-findings" ?hidden=${!this.shown}>
            <div class="scroll">${this.shown ? this.content() : nothing}</div>
        </section>`;
    }

    content() {
        const { checked } = this;
        if (!checked) return html`<div class="skeleton" role="status" aria-label=${this.t('findings.waiting')}><i></i><i></i><i></i></div>`;
        const { count, hits, findings } = checked;
        return html`<p class="sums" aria-live="polite">${count === 0 ? this.t('findings.none') : this.t('findings.count', { count: number(count, 0, this.locale) })}
                <small>${this.t('findings.outcomes', { outcomes: number(checked.outcomes, 0, this.locale) })}</small></p>
            ${grouped(hits).map((group) => this.group(group))}
            ${count > hits.length ? html`<p class="hint">${this.t('findings.more', { count: number(hits.length, 0, this.locale) })}</p>` : nothing}
            ${findings.length > 0
                ? html`<details class="unchecked"><summary>${this.t('findings.unchecked', { count: number(findings.length, 0, this.locale) })}</summary>
                      <ul>${findings.map((one) => html`<li>${this.words(one.title)} <small>${this.t('findings.plots', { count: number(one.plots, 0, this.locale) })}${one.note ? ` · ${this.words(one.note)}` : ''}</small></li>`)}</ul></details>`
                : nothing}`;
    }

    /** One rule, with the plots that offend against it. @param {import('../model/findings.js').Group} group */
    group({ rule, hits }) {
        return html`<section class="rule">
            <h3 class=${toneOf(rule)} title=${this.words(rule.text)}>${icon('warning')}${this.words(rule.title)} <small>${this.t(`severity.${rule.severity}`)} · ${number(hits.length, 0, this.locale)}</small></h3>
            <p class="source">${this.words(rule.text)} <small>${sourceOf(this, rule)}</small></p>
            <ul>${hits.slice(0, MOST).map((hit) => this.line(hit))}</ul>
            ${hits.length > MOST ? html`<p class="hint">${this.t('findings.more', { count: MOST })}</p>` : nothing}
        </section>`;
    }

    /** @param {import('../model/findings.js').Hit} hit */
    line(hit) {
        const mine = this.state.selection.some((ref) => key(ref) === key(hit)) && this.state.lit?.part === partOf({ reason: 'rule', layer: hit.rule, id: null });
        const said = [hit.names.join(this.t('list.comma')), hit.note ? this.words(hit.note) : ''].filter(Boolean).join(' · ');
        return html`<li><button class="ghost" aria-pressed=${mine} @click=${() => show(this.desk, hit)}>
            <span class="name">${hit.label}<small>${said}</small></span>${amountOf(this, hit)}
        </button></li>`;
    }
}
