/** What people write into foreign files, whatever the format: encodings, numbers, names of systems, and outlines that do not quite close. */
@NullMarked
package org.greenplan.format.text;

import org.jspecify.annotations.NullMarked;
