/** The command line: the same words as the map, for scripts and administrators. */
@NullMarked
package org.greenplan.cli;

import org.jspecify.annotations.NullMarked;
