package org.greenplan.ledger;

import org.greenplan.feature.FeatureRef;

/**
 * A number of the stored ledger that a fresh computation does not give.
 *
 * @param what {@code net plane m2}, {@code length m} and so on; {@code line} where a whole line is missing or too many
 */
public record LedgerDifference(FeatureRef ref, String what, double stored, double computed) {}
