/** Files in and out, one reader and one writer a format. */
@NullMarked
package org.greenplan.exchange;

import org.jspecify.annotations.NullMarked;
