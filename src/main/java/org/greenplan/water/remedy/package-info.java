/** The cheapest works with which verdicts hold: chosen by an exact search, replayed in operation before they are shown. Pure. */
@NullMarked
package org.greenplan.water.remedy;

import org.jspecify.annotations.NullMarked;
