/** The water network as it is drawn: what touches what, the nodes and edges that this makes, and what is wrong with them. */
@NullMarked
package org.greenplan.network;

import org.jspecify.annotations.NullMarked;
