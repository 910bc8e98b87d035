/**
 * The table of plots, however many: asked for by conditions, in an order, a window at a time, and summed by the database. No row travels that
 * nobody looks at.
 */
@NullMarked
package org.greenplan.register;

import org.jspecify.annotations.NullMarked;
