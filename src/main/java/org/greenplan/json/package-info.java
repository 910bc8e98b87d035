/** JSON and GeoJSON without plans: values, trees and shapes, written and read as text. */
@NullMarked
package org.greenplan.json;

import org.jspecify.annotations.NullMarked;
