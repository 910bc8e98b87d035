/** The text files with boundary points in which parcels go to and come from the land authorities (报批坐标). */
@NullMarked
package org.greenplan.format.parcel;

import org.jspecify.annotations.NullMarked;
