/** What another program can ask of a plan and send to it, described for programs: OpenAPI 3.0 of the addresses under /ogc. */
@NullMarked
package org.greenplan.openapi;

import org.jspecify.annotations.NullMarked;
