/** Photos of places in the plan: the pictures themselves, which the records of the kind {@code photo} name. */
@NullMarked
package org.greenplan.photo;

import org.jspecify.annotations.NullMarked;
