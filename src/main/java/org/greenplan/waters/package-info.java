/** The water network of a plan, kept true to its features and stored beside them. */
@NullMarked
package org.greenplan.waters;

import org.jspecify.annotations.NullMarked;
