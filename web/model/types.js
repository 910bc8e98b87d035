/**
 * The shapes of what the page keeps and what the server answers. Areas in m², lengths in m, places in lon/lat degrees.
 *
 * @typedef {{zh: string, en: string}} Words
 * @typedef {{layer: string, id: number}} Ref
 * @typedef {{type: string, coordinates: any}} Geometry
 * @typedef {{planeM2: number, ellipsoidM2: number}} Areas
 * @typedef {{gross: Areas, net: Areas, grossLengthM: number, lengthM: number, overlaps: Overlap[],
 *   contributions: Contribution[], findings?: Finding[]}} LedgerLine
 * @typedef {{key: string, value: string}} Condition what a plot must be to stand behind a number of the report
 * @typedef {Record<string, any>} Attributes
 * @typedef {{type: string, id: number, layer: string, version: number, label: string, properties: Attributes,
 *   geometry: Geometry, ledger?: LedgerLine}} Feature
 * @typedef {{fill: string|null, fillOpacity: number, stroke: string, width: number, dash: number[], pattern: string,
 *   minZoom: number, order: number}} Style
 * @typedef {{name: string, title: Words, type: string, unit: string|null, required: boolean, default: any,
 *   min: number|null, max: number|null, maxLength: number|null, codes: string|null, role?: string|null,
 *   aliases?: string[], list?: import('./lists.js').ListForm}} Attribute
 * @typedef {{id: string, title: Words, geometry: 'point'|'line'|'polygon', role: string, order: number, label: string,
 *   belt?: {left: string, right: string}|null, style: Style, attributes: Attribute[], count: number, version: number,
 *   aliases?: string[]}} Layer
 * @typedef {{id: string, size: number, decimals: number, title: Words, headline: Record<'zh'|'en', {size: number, decimals: number, title: string}>}} Unit one of it is `size` square metres, metres or pieces
 * @typedef {{code: string, title: Words, parent: string|null, rank: number|null, colour: string|null, darkColour?: string|null}} Code
 * @typedef {{title: Words, source: string, edition: string, codes: Code[]}} CodeList
 * @typedef {{id: string, title: Words|string, url: string, attribution: string, maxZoom: number, kind: string, shifted: boolean, removable: boolean,
 *   bounds: [number, number, number, number]|null, scan?: import('./scan.js').Scan}} Basemap a map that lies under the plan; `shifted` is put right from GCJ-02 by the server
 * @typedef {{text: string, title: Words, meridianDeg: number, falseEastingM: number, falseNorthingM: number,
 *   semiMajorM: number}} Plane
 * @typedef {{feature: string, name: string, level_m: number|null}} LineEnd
 * @typedef {{from: LineEnd|null, to: LineEnd|null, length_m: number, rise_m: number|null, way: 'gravity'|'pump'|'unknown', findings: {what: Words, remedy: Words}[]}} Joins
 * @typedef {{model: string, way: 'gravity'|'cut'|'pump'|'unknown', from_m: number|null, to_m: number|null, what: Words, stations: {along_m: number, ground_m: number|null}[]}} Profile
 * @typedef {{id: string, key: string, shelved: boolean, relief: boolean, title: Words, district: Words, year: number, illustrative: boolean, plane: Plane, timeZone: string,
 *   store: string, readOnly: Words|null, news: {text: Words}[], bounds: [number, number, number, number], lastChangeset: number, lastStamp: string, layers: Layer[],
 *   records: {id: string, title: Words, label: string, attributes: Attribute[]}[], codes: Record<string, CodeList>, basemaps: Basemap[], units: Unit[], roles: Record<string, string>}} Plan
 * @typedef {{id: string, title: Words, measure: string, method: string, unit: string, value: number|null, planned: number,
 *   missing: number|null, byStatus: Record<string, number>, due: string|null, source: string|null, fault?: Words}} Target
 * @typedef {{layer: string, id: number, version: number, attributes: Attributes, gross: Areas, net: Areas,
 *   grossLengthM: number, lengthM: number,
 *   zones: string[], targets: string[]}} Row
 * @typedef {{layer: string, id: number|null, label: string, reason: string, why: Words, planeM2: number, ellipsoidM2: number}} Overlap
 * @typedef {{rule: string, edition: string, severity: 'block'|'approval'|'warn'|'note', mark: 'verified'|'general_knowledge', from: string, canBeCutOut: boolean, title: Words, text: Words, source: Words,
 *   state: 'hit'|'not_checked', names: string[], planeM2: number, ellipsoidM2: number, lengthM: number, plots: number, note?: Words}} Finding what a rule has against plots, or why it can say nothing
 * @typedef {{target: string, amount: number, why?: Words}} Contribution what a plot adds to a target, in m², m or pieces, or why nothing
 * @typedef {{kind: string, text: Words, layer?: string|null, id?: number|null, changeIndex?: number|null,
 *   at?: number, undo?: () => unknown, changeset?: number}} Notice
 * @typedef {{gross: Areas, net: Areas, grossLengthM: number, lengthM: number, netShape: Geometry|null,
 *   overlaps: Overlap[], contributions: Contribution[], findings: Finding[], bound: Areas, targets: {before: Target[], after: Target[]}, notices: Notice[]}} CheckAnswer
 * @typedef {Record<string, number>} Sure what of each target lies where no rule keeps green from, by its id
 * @typedef {{plots: number, outside: number, gross: Areas, net: Areas, findings: Finding[], targets: {before: Target[], after: Target[]}, sure: Sure}} Forecast what an import would do
 * @typedef {{type: string, title: string, status: number, detail: string, field?: string, current?: Feature|null,
 *   [detail: string]: any}} ProblemDocument
 * @typedef {{changeset: number, features: Feature[], deleted: Ref[], targets: {before: Target[], after: Target[]},
 *   notices: Notice[]}} Applied
 * @typedef {{changeset: number, author: string, comment: string, at: string, undoes: number|null,
 *   count: number, changes: {op: string, layer: string, id: number, label: string}[], toldCount?: number, told?: Told[]}} HistoryLine
 *
 * What the author of an edit in another program should know; where `draft`, what was written can be asked for.
 * @typedef {{number: number, kind: 'value'|'mended'|'number'|'refused', layer: string, id: number, text: Words, draft: boolean}} Told
 * @typedef {{layer: string, id: number|null, version: number|null, text: Words, properties: Attributes,
 *   geometry: Geometry|null}} Wrote a feature as it was written; id and version where it is in the plan now
 *
 * @typedef {{changeset: number, author: string, comment: string, at: string, before?: Feature, after?: Feature}} PastState
 * @typedef {{changeset: number, comment: string}} UndoStep
 * @typedef {{undo: UndoStep|null, redo: UndoStep|null}} UndoState
 * @typedef {{changeset: number, author: string, comment: string, layers: string[], counts: Record<string, number>,
 *   features: {op: string, layer: string, id: number, version: number}[]}} ChangeEvent
 * @typedef {{kind: 'feature'|'place', label: string, layer?: string, id?: number, lon: number, lat: number,
 *   bbox?: [number, number, number, number]}} Found
 * @typedef {{op: 'create', layer: string, feature: object} |
 *   {op: 'replace', layer: string, id: number, version: number, feature: object} |
 *   {op: 'patch', layer: string, id: number, version: number, feature: object} |
 *   {op: 'delete', layer: string, id: number, version: number}} Change
 * @typedef {'select'|'polygon'|'rectangle'|'corridor'|'point'|'measure'|'edit'|'move'|'cut'|'hole'|'split'|'lasso'} Tool
 *
 * What is being drawn or edited. `stage` is `drawing` until the shape is finished, then `form` until it is saved.
 * @typedef {{geometry: Geometry|null, layer: string, id?: number, version?: number, attributes: Attributes,
 *   dirty: boolean, stage: 'drawing'|'form', corners?: [number, number][], tool?: Tool, together?: boolean,
 *   sent?: string, base?: {properties: Attributes, geometry: Geometry}}} Draft `base` is what it was taken from, `sent` is the id under which it was sent as it is now
 *
 * @typedef {{lon: number, lat: number, bbox?: [number, number, number, number], zoom?: number, mark?: boolean, ifUnseen?: boolean}} Place
 * @typedef {{text: string, layer: string|null, status: string|null, zone: string|null}} Filter
 *
 * @typedef {object} State
 * @property {Plan|null} plan
 * @property {Target[]} targets
 * @property {boolean} targetsKnown whether they were told already
 * @property {Sure|null} sure null while it is not known
 * @property {Target[]|null} draftTargets the targets as they will stand with the draft
 * @property {import('./table.js').PlotTable|null} table what passes the filter, and the rows in sight
 * @property {string} sort the column by which the table is sorted, with a minus for falling
 * @property {import('../panels/table-cells.js').Column[]} columns of the table, in their order
 * @property {boolean} dimmed whether all that does not pass the filter is dimmed on the map
 * @property {Condition[]} conditions of the number whose plots are shown alone
 * @property {import('./figure.js').Alone|null} figure the plots behind that number; null while the whole plan is shown
 * @property {Ref[]} selection
 * @property {Feature|null} feature the inspected feature, complete
 * @property {import('./together.js').Together|null} together what several selected plots count; null until it is known
 * @property {PastState[]} past the inspected feature's own history
 * @property {Tool} tool
 * @property {string} drawLayer
 * @property {Draft|null} draft
 * @property {import('./hand.js').Hand|null} hand a line that belongs to no draft
 * @property {boolean} tracing whether the next corner is reached along an edge that is there
 * @property {Draft[]} parked drafts that were put aside, the latest last
 * @property {import('./asked.js').Question|null} question what is asked before much is changed
 * @property {import('./merge.js').Merging|null} merging what two people wrote of one feature, until it is settled
 * @property {CheckAnswer|null} check
 * @property {boolean} checking
 * @property {import('./lit.js').Lit|null} lit the part of a plot that is shown on the map
 * @property {ProblemDocument|null} fault why the shape in hand cannot be counted as it is
 * @property {Record<string, {visible: boolean, opacity: number}>} layers
 * @property {'layers'|'plots'|'findings'|'water'|null} dock which panel of the dock at the left is in sight, as long as the water is not
 * @property {boolean} unfolded whether the sheet of what is chosen is read whole where it shares the dock with the water
 * @property {boolean} welcomed whether this browser has seen the desk before
 * @property {import('./lens.js').By} lens by what plots are coloured
 * @property {string[]} lensValues the years or offices that are in sight, sorted
 * @property {Filter} filter
 * @property {UndoState} undo
 * @property {HistoryLine[]} history
 * @property {{lon: number, lat: number, east: number, north: number}|null} cursor
 * @property {string|null} basemap
 * @property {number} basemapOpacity
 * @property {import('./scan.js').Laying|null} scan
 * @property {'light'|'dark'|'auto'} theme
 * @property {'zh'|'en'} locale
 * @property {string} author
 * @property {Notice[]} notices
 * @property {ProblemDocument|null} problem
 * @property {'live'|'lost'} connection
 * @property {boolean} saving
 * @property {{zoom: number, lat: number, lon: number, box?: [number, number, number, number]}|null} view
 * @property {Place|null} flyTo
 * @property {boolean} snapping
 * @property {'off'|'far'|null} snap why nothing is caught while something is drawn
 * @property {import('./intake.js').Intake|null} intake the import that is open
 * @property {import('./records.js').Records|null} records the targets or the identity that lie open
 * @property {import('./new-plan.js').NewPlan|null} newPlan the plan that is being made
 * @property {import('./water.js').Water|null} water the water network with its verdicts, while it lies open
 * @property {import('./new-plan.js').Neighbour[]} neighbours the plans beside the open one, when they were last asked for
 */
export {};
