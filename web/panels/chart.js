import { LitElement } from 'lit';

/** @typedef {Record<string, unknown>} Option of ECharts; a colour may be the name of one of the page's, such as var(--ink) */
/** @typedef {{offsetX: number, offsetY: number}} Click */
/** @typedef {{setOption: (option: Option, how: {notMerge: boolean}) => void, resize: () => void, dispose: () => void,
 *   convertFromPixel: (finder: object, at: number[]) => number[], getZr: () => {on: (event: 'click', told: (click: Click) => void) => void}}} Drawn */
/** @typedef {{init: (place: HTMLElement, theme: null, how: object) => Drawn}} Library */

const LIBRARY = '/assets/vendor/echarts/echarts.esm.min.js';
/** @type {Promise<Library>|undefined} fetched once, when the first chart is opened */
let library;

/** A chart, drawn by ECharts as SVG. What it shows is told by its label, and stands as figures in a table beside it. */
export class Chart extends LitElement {
    static properties = { option: { attribute: false }, choose: { attribute: false }, label: { attribute: false } };

    size = new ResizeObserver(() => this.drawn?.resize());

    constructor() {
        super();
        /** @type {Option|null} */
        this.option = null;
        /** Called with the place along the lower axis that was clicked. @type {((x: number, y: number) => void)|null} */
        this.choose = null;
        this.label = '';
        /** @type {Drawn|null} */
        this.drawn = null;
        this.said = '';
    }

    createRenderRoot() {
        return this;
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.size.disconnect();
        this.drawn?.dispose();
        Object.assign(this, { drawn: null, said: '' });
    }

    updated() {
        this.setAttribute('role', 'img');
        this.setAttribute('aria-label', this.label);
        void this.draw();
    }

    async draw() {
        library ??= import(LIBRARY);
        const { init } = await library;
        if (!this.isConnected || !this.option) return;
        this.drawn ??= this.begin(init);
        const option = { ...this.coloured(this.option), textStyle: { fontFamily: getComputedStyle(this).fontFamily } };
        const said = JSON.stringify(option);
        if (said === this.said) return;
        this.said = said;
        this.drawn.setOption(option, { notMerge: true });
    }

    /** @param {Library['init']} init */
    begin(init) {
        const drawn = init(this, null, { renderer: 'svg' });
        this.size.observe(this);
        drawn.getZr().on('click', ({ offsetX, offsetY }) => {
            const [x, y] = drawn.convertFromPixel({ gridIndex: 0 }, [offsetX, offsetY]);
            if (Number.isFinite(x)) this.choose?.(x, y);
        });
        return drawn;
    }

    /** The same with the colours that the page has now. @param {any} value @returns {any} */
    coloured(value) {
        if (typeof value === 'string' && value.startsWith('var(')) {
            this.style.color = value;
            return getComputedStyle(this).color;
        }
        if (Array.isArray(value)) return value.map((each) => this.coloured(each));
        if (!value || typeof value !== 'object') return value;
        return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.coloured(each)]));
    }
}

customElements.define('gp-chart', Chart);
