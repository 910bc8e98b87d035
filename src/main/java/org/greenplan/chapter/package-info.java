/** The report's chapter on water: a page to print and a workbook. */
@NullMarked
package org.greenplan.chapter;

import org.jspecify.annotations.NullMarked;
