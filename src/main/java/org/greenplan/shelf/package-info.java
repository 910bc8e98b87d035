/** Where plans lie side by side: a list of them, opening another, and making a new one whole or not at all. */
@org.jspecify.annotations.NullMarked
package org.greenplan.shelf;
