/** Vector tiles for looking at any number of features. */
@NullMarked
package org.greenplan.tile;

import org.jspecify.annotations.NullMarked;
