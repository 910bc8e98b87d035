/** Pictures that somebody sends: told by their first bytes, read within bounds, shrunk and set upright. */
@NullMarked
package org.greenplan.picture;

import org.jspecify.annotations.NullMarked;
