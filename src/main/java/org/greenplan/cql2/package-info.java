/** CQL2, the language in which filters are written (OGC 21-065r2): read from text and JSON and written again, knowing no layer. */
@NullMarked
package org.greenplan.cql2;

import org.jspecify.annotations.NullMarked;
