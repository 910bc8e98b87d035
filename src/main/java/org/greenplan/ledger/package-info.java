/** The ledger: the stored net areas and lengths of every plot, kept true to the features, and who took the rest. */
@NullMarked
package org.greenplan.ledger;

import org.jspecify.annotations.NullMarked;
