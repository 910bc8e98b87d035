// The drawing plug-in looks for the global that leaflet.js sets, so leaflet.js is evaluated first.
import { L } from './leaflet.js';
import '/assets/vendor/geoman/leaflet-geoman.js';

export { L };
