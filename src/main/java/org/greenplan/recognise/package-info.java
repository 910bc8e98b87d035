/** What a foreign file holds: which layer it is, where its numbers lie, which columns mean what, and its records made fit. */
@NullMarked
package org.greenplan.recognise;

import org.jspecify.annotations.NullMarked;
