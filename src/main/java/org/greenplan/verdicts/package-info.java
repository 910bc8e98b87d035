/** What is to be said of a district's water: four verdicts with their reasons in sentences, what a change would do, why a lake is short. Pure. */
@NullMarked
package org.greenplan.verdicts;

import org.jspecify.annotations.NullMarked;
