/** The plan's water as input files of the engines SWMM and EPANET: written whole, or refused with what is missing and where. */
@NullMarked
package org.greenplan.engine;

import org.jspecify.annotations.NullMarked;
