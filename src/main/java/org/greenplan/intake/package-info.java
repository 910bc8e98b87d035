/** The dialogue of an import: files in, what they hold, what would change, and the one changeset that writes it. */
@NullMarked
package org.greenplan.intake;

import org.jspecify.annotations.NullMarked;
