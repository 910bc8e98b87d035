/** What plots meet that binds them: today which constraints they lie on, and how much of them. */
@NullMarked
package org.greenplan.rule;

import org.jspecify.annotations.NullMarked;
