/**
 * What the desk holds before anything is loaded.
 * @returns {import('./types.js').State}
 */
export function firstState() {
    return {
        plan: null,
        targets: [], targetsKnown: false,
        draftTargets: null, sure: null,
        table: null, sort: '-net', columns: ['name', 'layer', 'status', 'zone', 'year', 'gross', 'net', 'length'], dimmed: false,
        conditions: [],
        figure: null,
        selection: [],
        feature: null,
        past: [], together: null,
        tool: 'select',
        drawLayer: 'parks',
        draft: null,
        parked: [], hand: null, tracing: false,
        question: null,
        merging: null,
        check: null,
        checking: false, lit: null,
        fault: null,
        layers: {}, dock: null, unfolded: false, welcomed: false, lens: 'status', lensValues: [],
        filter: { text: '', layer: null, status: null, zone: null },
        undo: { undo: null, redo: null },
        history: [],
        cursor: null,
        basemap: null, basemapOpacity: 1, scan: null,
        theme: 'auto',
        locale: 'zh',
        author: '',
        notices: [],
        problem: null,
        connection: 'live',
        saving: false,
        view: null,
        flyTo: null,
        snapping: true, snap: null,
        intake: null,
        records: null, newPlan: null, neighbours: [], water: null,
    };
}
