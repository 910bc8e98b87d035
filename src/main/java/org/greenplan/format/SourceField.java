package org.greenplan.format;

import org.greenplan.catalogue.AttributeType;

/** A column of a foreign file, under its own name. */
public record SourceField(String name, AttributeType type) {}
