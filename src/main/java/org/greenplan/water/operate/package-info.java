/** What the network does, month by month, and what it could do at best. Pure. */
@NullMarked
package org.greenplan.water.operate;

import org.jspecify.annotations.NullMarked;
