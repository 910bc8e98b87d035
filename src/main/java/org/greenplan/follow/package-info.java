/** What is kept true to the features, whoever changes them and however: the seam that every follower passes, and the plan around a place. */
@NullMarked
package org.greenplan.follow;

import org.jspecify.annotations.NullMarked;
