/** YAML without a catalogue: trees that know their lines, read from texts or from what the build read before. */
@NullMarked
package org.greenplan.catalogue.yaml;

import org.jspecify.annotations.NullMarked;
