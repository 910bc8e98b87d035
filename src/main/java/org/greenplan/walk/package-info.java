/** The second way of counting lengths: every line walked in short steps, with no step of the first. Pure. */
@NullMarked
package org.greenplan.walk;

import org.jspecify.annotations.NullMarked;
