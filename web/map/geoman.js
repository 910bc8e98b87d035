// The drawing plug-in looks for the global that leaflet.js sets, so leaflet.js is evaluated first.
import { L } from './leaflet.js';
import '/assets/vendor/geoman/leaflet-geoman.js';

// The corners of a shape are dragged, not pressed: a button without a name on each would be read out dozens of times.
L.Marker.mergeOptions({ keyboard: false });

export { L };
