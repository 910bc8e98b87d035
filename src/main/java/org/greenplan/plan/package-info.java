/** The plan: features, the changesets that write them, their history, and the desk that applies them. */
@NullMarked
package org.greenplan.plan;

import org.jspecify.annotations.NullMarked;
