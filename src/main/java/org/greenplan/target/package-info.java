/** The lines of the programme and how far the plan has come. */
@NullMarked
package org.greenplan.target;

import org.jspecify.annotations.NullMarked;
