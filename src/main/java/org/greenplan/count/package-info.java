/** How new green is counted: net areas and lengths, each square metre once. Pure; knows geometry only. */
@NullMarked
package org.greenplan.count;

import org.jspecify.annotations.NullMarked;
