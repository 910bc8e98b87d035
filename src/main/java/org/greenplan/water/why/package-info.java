/** Why a demand is short: the cut of a month, since when, and what would change it, as values and as sentences. Pure. */
@NullMarked
package org.greenplan.water.why;

import org.jspecify.annotations.NullMarked;
