/** The catalogue as a plan keeps it: in words, by its edition, and what a newer one may add to it. */
@NullMarked
package org.greenplan.edition;

import org.jspecify.annotations.NullMarked;
