// Leaflet's plug-ins share one writable global, set in web/map/leaflet.js; its types are written Leaflet.Map and so on.
import * as leaflet from 'leaflet';
import '@geoman-io/leaflet-geoman-free';

declare global {
    // eslint-disable-next-line no-var
    var L: typeof leaflet;
    export import Leaflet = leaflet;
}
