// The browser that stories are told in: Debian's Chromium, or with GREENPLAN_STORIES_BROWSER=firefox Debian's Firefox, spoken to by WebDriver BiDi.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, firefox } from 'playwright-core';

/** Whether the stories are told in Firefox. */
export const IN_FIREFOX = process.env.GREENPLAN_STORIES_BROWSER === 'firefox';

const engine = IN_FIREFOX ? firefox : chromium;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** Without a screen Firefox sees no mouse (fine 2, hover 4), and its protocol cannot ask for less motion. */
const PREFERENCES = { 'ui.prefersReducedMotion': 1, 'ui.primaryPointerCapabilities': 6, 'ui.allPointerCapabilities': 6 };
const LAUNCH = IN_FIREFOX
    ? { executablePath: process.env.GREENPLAN_FIREFOX ?? '/usr/bin/firefox-esr', channel: 'moz-firefox', firefoxUserPrefs: { ...PREFERENCES, ...ownDownloads() }, timeout: 180000 }
    : { executablePath: process.env.GREENPLAN_CHROMIUM ?? '/usr/bin/chromium', args: FLAGS };

/** Where it keeps what it downloads: beside files of an earlier run it would call them otherwise. */
function ownDownloads() {
    return { 'browser.download.folderList': 2, 'browser.download.dir': mkdtempSync(join(tmpdir(), 'greenplan-downloads-')) };
}

/** A browser of one's own. */
export function openBrowser() {
    return engine.launch(LAUNCH);
}

/** A browser that several stories can share, by its address. */
export function startBrowser() {
    return engine.launchServer(LAUNCH);
}

/** The shared browser at an address. @param {string} address */
export function joinBrowser(address) {
    return engine.connect(address);
}

/**
 * What this browser can be told about a visit: Firefox draws a page as it is on a small screen, too, but knows no phone.
 * @param {import('playwright-core').BrowserContextOptions} options
 */
export function visitOf(options) {
    return IN_FIREFOX ? { ...options, isMobile: undefined } : options;
}

/**
 * What Firefox's driver leaves out: it has no fingers, so where a story taps it clicks; and what it fills in has not been typed, so that
 * nothing is handed over when the hand leaves the field, unless it is said.
 * @param {import('playwright-core').Page} page
 */
export function mendDriver(page) {
    const locator = Object.getPrototypeOf(page.locator('body'));
    if (!IN_FIREFOX || locator.tap === locator.click) return;
    const { fill } = locator;
    locator.tap = locator.click;
    locator.fill = async function (/** @type {any[]} */ ...words) {
        await fill.apply(this, words);
        await this.dispatchEvent('change');
    };
}
