/** What the rules say of a plan's plots: the rules asked of what lies around them in a store. */
@NullMarked
package org.greenplan.findings;

import org.jspecify.annotations.NullMarked;
