/** What a drawing that is read and one that is written share: its groups and entities, texts, numbers and the plan's own marks. */
@NullMarked
package org.greenplan.format.dxf;

import org.jspecify.annotations.NullMarked;
