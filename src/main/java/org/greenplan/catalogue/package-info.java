/** The layer catalogue: every kind of feature described once, as data. */
@NullMarked
package org.greenplan.catalogue;

import org.jspecify.annotations.NullMarked;
