/** What was written, by whom, from where: entries with stamps, what undo takes back, the feed of changes, and what other programs wrote. */
@NullMarked
package org.greenplan.history;

import org.jspecify.annotations.NullMarked;
