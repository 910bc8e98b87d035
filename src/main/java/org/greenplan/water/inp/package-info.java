/** The network as the input files of the engines SWMM 5 and EPANET 2.2; refused with findings where a number is missing. Pure. */
@NullMarked
package org.greenplan.water.inp;

import org.jspecify.annotations.NullMarked;
