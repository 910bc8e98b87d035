package org.greenplan.cql2;

/** A piece of a question: a filter, which is true or false of a feature, or a value that filters compare. */
sealed interface Term permits Filter, Value {}
