/** Tables with coordinates: CSV and XLSX. */
@NullMarked
package org.greenplan.format.sheet;

import org.jspecify.annotations.NullMarked;
