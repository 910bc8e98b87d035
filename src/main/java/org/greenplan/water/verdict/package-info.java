/** What a year of the network means: balanced, circulating, backed, clean; and why not. Pure. */
@NullMarked
package org.greenplan.water.verdict;

import org.jspecify.annotations.NullMarked;
