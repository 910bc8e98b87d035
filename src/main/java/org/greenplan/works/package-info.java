/** Which works make the verdicts on a plan's water hold, at what cost: asked over HTTP and on the command line, answered by the kernel. */
@NullMarked
package org.greenplan.works;

import org.jspecify.annotations.NullMarked;
