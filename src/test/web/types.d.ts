// Leaflet's plug-ins share one writable global; see web/map/leaflet.js.
declare global {
    // eslint-disable-next-line no-var
    var L: typeof import('leaflet');
}
export {};
