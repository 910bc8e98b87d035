/** What the texts of foreign files have in common, whatever the format: their encodings, and how people write numbers and systems. */
@NullMarked
package org.greenplan.format.text;

import org.jspecify.annotations.NullMarked;
