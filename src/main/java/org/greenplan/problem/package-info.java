/** What can go wrong in a way that a person can mend, in words. */
@NullMarked
package org.greenplan.problem;

import org.jspecify.annotations.NullMarked;
