/** The water network as values: lakes, links, sources, demands. Volumes in m³, capacities in m³ a day; months are numbered 1 to 12. Pure. */
@NullMarked
package org.greenplan.water;

import org.jspecify.annotations.NullMarked;
