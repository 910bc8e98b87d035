/** The photos of a plan over HTTP: brought, listed and seen. */
@NullMarked
package org.greenplan.album;

import org.jspecify.annotations.NullMarked;
