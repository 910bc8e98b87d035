/** The verbs of editing: shapes split, joined, moved, offset and traced in the plan's plane. Nothing is written here: what comes out is proposed. */
@NullMarked
package org.greenplan.reshape;

import org.jspecify.annotations.NullMarked;
