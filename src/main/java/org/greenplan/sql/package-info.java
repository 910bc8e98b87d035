/** What is said to a database, and how the embedded GeoPackage and the team's PostGIS differ in saying it: sessions, tables, two dialects. */
@NullMarked
package org.greenplan.sql;

import org.jspecify.annotations.NullMarked;
