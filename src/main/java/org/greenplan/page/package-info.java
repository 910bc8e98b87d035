/** What only the map needs over HTTP: changesets, checks, history, events, searching. */
@NullMarked
package org.greenplan.page;

import org.jspecify.annotations.NullMarked;
