/** Questions to a layer in the words of CQL2 (OGC 21-065r2): read, held against the catalogue, asked of either store. */
@NullMarked
package org.greenplan.filter;

import org.jspecify.annotations.NullMarked;
