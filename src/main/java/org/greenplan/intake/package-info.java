/** What arrives from outside: recognised, shown, laid on the map, mapped onto the catalogue, compared, and written as one changeset. */
@NullMarked
package org.greenplan.intake;

import org.jspecify.annotations.NullMarked;
