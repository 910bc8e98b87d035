/** The programme: targets, and how far the plots of a plan reach them. */
@NullMarked
package org.greenplan.programme;

import org.jspecify.annotations.NullMarked;
