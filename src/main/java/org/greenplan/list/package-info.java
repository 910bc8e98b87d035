/** Lists and tables of numbers as records keep them: twelve months of rain, a lake's curve. Described, checked and written here; no plan is known. */
@NullMarked
package org.greenplan.list;

import org.jspecify.annotations.NullMarked;
