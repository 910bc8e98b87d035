import { html, nothing } from 'lit';
import { ExportForm } from './export.js';
import { icon } from './icon.js';
import { Panel } from './panel.js';

/** @typedef {'zh'|'en'} Locale */
/** @typedef {'light'|'dark'|'auto'} Theme */

const TONGUES = /** @type {[Locale, string][]} */ ([['zh', '中文'], ['en', 'English']]);
const THEMES = /** @type {Theme[]} */ (['auto', 'light', 'dark']);

/** How the page looks and speaks, whose name the changes carry, and the ways out: report, files, link. */
export class Menu extends Panel {
    static reads = ['theme', 'author', 'basemap', 'snapping', 'selection', 'view'];
    exports = new ExportForm(this);
    copied = false;

    render() {
        return html`<button class="card round" popovertarget="menu" aria-label=${this.t('menu.label')} title=${this.t('menu.label')}>
                ${icon('menu')}
            </button>
            <div id="menu" popover class="menu card" role="dialog" aria-label=${this.t('menu.label')}>
                ${this.author()} ${this.tongue()} ${this.theme()} ${this.basemap()} ${this.snapping()}
                <hr />
                ${this.report()} ${this.bring()} ${this.exports.render()} ${this.link()}
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

    basemap() {
        const { plan, basemap } = this.state;
        const maps = plan?.basemaps ?? [];
        if (maps.length === 0) return nothing;
        return html`<label class="field">
            ${this.t('menu.basemap')}
            <select @change=${(/** @type {Event} */ event) =>
                this.desk.setBasemap(/** @type {HTMLSelectElement} */ (event.target).value || null)}>
                <option value="" ?selected=${!basemap}>${this.t('menu.noBasemap')}</option>
                ${maps.map(({ id, title }) => html`<option value=${id} ?selected=${id === basemap}>${this.words(title)}</option>`)}
            </select>
        </label>`;
    }

    snapping() {
        return html`<label class="tick">
            <input type="checkbox" .checked=${this.state.snapping}
                @change=${(/** @type {Event} */ event) => this.desk.setSnapping(/** @type {HTMLInputElement} */ (event.target).checked)} />
            ${this.t('menu.snapping')}
        </label>`;
    }

    report() {
        return html`<p class="links">
            <a class="button primary" href="/report" target="_blank" rel="noopener">${icon('report')}${this.t('menu.report')}</a>
            <a href="/api/report.xlsx" download>XLSX</a>
            <a href="/api/report.csv" download>CSV</a>
        </p>`;
    }

    bring() {
        return html`<button popovertarget="menu" popovertargetaction="hide" ?disabled=${!this.desk.mayWrite} @click=${() => this.desk.openImport()}>
            ${icon('upload')}${this.t('menu.import')}
        </button>`;
    }

    link() {
        return html`<button @click=${this.share}>${icon(this.copied ? 'check' : 'link')}
            ${this.t(this.copied ? 'menu.copied' : 'menu.share')}</button>`;
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
