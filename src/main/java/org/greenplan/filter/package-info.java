/** Filters in CQL2 held against the catalogue and asked of either store. */
@NullMarked
package org.greenplan.filter;

import org.jspecify.annotations.NullMarked;
