import { html } from 'lit';
import { ExportForm } from './export.js';
import { icon } from './icon.js';
import { Panel } from './panel.js';

/** @typedef {'zh'|'en'} Locale */
/** @typedef {'light'|'dark'|'auto'} Theme */

const TONGUES = /** @type {[Locale, string][]} */ ([['zh', '中文'], ['en', 'English']]);
const THEMES = /** @type {Theme[]} */ (['auto', 'light', 'dark']);

/** The ways in and out in words: import, export, reports, link; and under the gear how the page looks and speaks and whose name the changes carry. */
export class Menu extends Panel {
    static reads = ['theme', 'author', 'snapping', 'selection', 'view'];
    exports = new ExportForm(this);
    copied = false;

    render() {
        return html`<nav class="actions" aria-label=${this.t('menu.actions')}>
                <button class="ghost" ?disabled=${!this.desk.mayWrite} @click=${() => this.desk.openImport()}>${icon('upload')}<span>${this.t('menu.import')}</span></button>
                <button class="ghost" popovertarget="export">${icon('download')}<span>${this.t('menu.export')}</span></button>
                <button class="ghost" popovertarget="reports">${icon('report')}<span>${this.t('menu.reports')}</span></button>
                <button class="ghost" title=${this.t('menu.shareWhy')} @click=${this.share}>${icon(this.copied ? 'check' : 'link')}<span>${this.t(this.copied ? 'menu.copied' : 'menu.share')}</span></button>
                <button class="ghost round" popovertarget="menu" aria-label=${this.t('menu.label')} title=${this.t('menu.label')}>${icon('gear')}</button>
            </nav>
            <div id="export" popover class="menu card" role="dialog" aria-label=${this.t('export.label')}>${this.exports.render()}</div>
            <div id="reports" popover class="menu card" role="dialog" aria-label=${this.t('menu.reports')}>${this.report()}</div>
            <div id="menu" popover class="menu card" role="dialog" aria-label=${this.t('menu.label')}>
                ${this.author()} ${this.tongue()} ${this.theme()} ${this.snapping()}
            </div>`;
    }

    author() {
        return html`<label class="field">
            ${this.t('menu.author')}
            <input type="text" maxlength="60" autocomplete="name" .value=${this.state.author} placeholder=${this.t('menu.authorWhy')}
                @change=${(/** @type {Event} */ event) => this.desk.setAuthor(/** @type {HTMLInputElement} */ (event.target).value)} />
        </label>`;
    }

    tongue() {
        return html`<fieldset class="choice">
            <legend>${this.t('menu.language')}</legend>
            ${TONGUES.map(([locale, name]) => radio('locale', name, this.locale === locale, () => this.desk.setLocale(locale)))}
        </fieldset>`;
    }

    theme() {
        return html`<fieldset class="choice">
            <legend>${this.t('menu.theme')}</legend>
            ${THEMES.map((theme) => {
                return radio('theme', this.t(`theme.${theme}`), this.state.theme === theme, () => this.desk.setTheme(theme));
            })}
        </fieldset>`;
    }

    snapping() {
        return html`<label class="tick">
            <input type="checkbox" .checked=${this.state.snapping}
                @change=${(/** @type {Event} */ event) => this.desk.setSnapping(/** @type {HTMLInputElement} */ (event.target).checked)} />
            ${this.t('menu.snapping')}
        </label>`;
    }

    report() {
        return html`<a class="button primary" href="/report" target="_blank" rel="noopener">${icon('report')}${this.t('menu.report')}</a>
            <p class="links"><a class="button" href="/api/report.xlsx" download>XLSX</a><a class="button" href="/api/report.csv" download>CSV</a></p>
            <a class="button" href="/report/water?lang=${this.locale}" target="_blank" rel="noopener">${icon('water')}${this.t('water.chapter')}</a>`;
    }

    async share() {
        await navigator.clipboard.writeText(location.href);
        this.copied = true;
        this.requestUpdate();
        window.setTimeout(() => {
            this.copied = false;
            this.requestUpdate();
        }, 2500);
    }
}

/** @param {string} name @param {string} words @param {boolean} checked @param {() => unknown} choose */
const radio = (name, words, checked, choose) => html`<label>
    <input type="radio" name=${name} .checked=${checked} @change=${choose} /><span>${words}</span>
</label>`;
