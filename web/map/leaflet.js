import * as leaflet from 'leaflet';

// Leaflet's plug-ins hang themselves on a writable global; this is the page's only one.
export const L = (globalThis.L = { ...leaflet });
