/** What lies under the plan: maps of services, files of tiles, pictures with a place. It is a setting of the desk and never part of a plan. */
@NullMarked
package org.greenplan.backdrop;

import org.jspecify.annotations.NullMarked;
