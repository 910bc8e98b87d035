import { loadWords } from '../i18n/i18n.js';
import { Brand } from './brand.js';
import { CheckList } from './check-list.js';
import { Dock } from './dock.js';
import { Figure } from './figure.js';
import { Help } from './help.js';
import { Inspector } from './inspector.js';
import { Intake } from './intake.js';
import { Layers } from './layers.js';
import { Menu } from './menu.js';
import { NewPlan } from './new-plan.js';
import { dressPage } from './page.js';
import { Plots } from './plots.js';
import { Programme } from './programme.js';
import { Scan } from './scan.js';
import { Search } from './search.js';
import { Status } from './status.js';
import { Table } from './table.js';
import { Targets } from './targets.js';
import { Toasts } from './toasts.js';
import { Tools } from './tools.js';
import { Water } from './water.js';
import { Welcome } from './welcome.js';

const PANELS = {
    'gp-brand': Brand,
    'gp-targets': Targets,
    'gp-search': Search,
    'gp-figure': Figure,
    'gp-menu': Menu,
    'gp-tools': Tools,
    'gp-dock': Dock,
    'gp-layers': Layers,
    'gp-plots': Plots,
    'gp-findings': CheckList,
    'gp-inspector': Inspector,
    'gp-intake': Intake,
    'gp-programme': Programme,
    'gp-new-plan': NewPlan,
    'gp-water': Water,
    'gp-scan': Scan,
    'gp-table': Table,
    'gp-status': Status,
    'gp-toasts': Toasts,
    'gp-help': Help,
    'gp-welcome': Welcome,
};

/**
 * Brings the page's panels to life on the desk, once both languages are here.
 * @param {import('../model/desk.js').Desk} desk
 */
export async function mountPanels(desk) {
    await loadWords();
    dressPage(desk);
    for (const [name, panel] of Object.entries(PANELS)) {
        customElements.define(name, panel);
        for (const element of document.querySelectorAll(name)) {
            /** @type {import('./panel.js').Panel} */ (element).connect(desk);
        }
    }
}
