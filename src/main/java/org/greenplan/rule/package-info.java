/** The rules that bind a plot, as data, and the one evaluator of them: pure, in the plan's plane, knowing no store. */
@NullMarked
package org.greenplan.rule;

import org.jspecify.annotations.NullMarked;
