/** A question in the terms of OGC API: its address, form, language, parameters and coordinate system. */
@NullMarked
package org.greenplan.ogc.ask;

import org.jspecify.annotations.NullMarked;
