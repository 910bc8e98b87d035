/** The records of a file held against the features of the plan: what is new, changed, gone, in conflict or there twice. */
@NullMarked
package org.greenplan.compare;

import org.jspecify.annotations.NullMarked;
