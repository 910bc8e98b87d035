/** What a plan is made of: features, the changes that make them, and how they are stored and read. */
@NullMarked
package org.greenplan.feature;

import org.jspecify.annotations.NullMarked;
