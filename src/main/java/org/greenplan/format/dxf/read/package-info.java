/** Drawings from any designer, and those that come back: what is drawn in them becomes records with shapes. */
@NullMarked
package org.greenplan.format.dxf.read;

import org.jspecify.annotations.NullMarked;
