/** What the water kernel computes with, made of the drawn network, the features' attributes and the plan's records; and what is to be said of the answer. Pure. */
@NullMarked
package org.greenplan.supply;

import org.jspecify.annotations.NullMarked;
