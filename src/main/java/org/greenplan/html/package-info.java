/** Pieces of a page that the server writes, in which a typed name can never become an element. */
@NullMarked
package org.greenplan.html;

import org.jspecify.annotations.NullMarked;
