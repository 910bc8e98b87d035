/** Foreign files as they are: what a reader finds in them, what a writer puts into them; one folder below for each format. */
@NullMarked
package org.greenplan.format;

import org.jspecify.annotations.NullMarked;
