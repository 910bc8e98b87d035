/** Databases that hold a plan: opened, brought up to date, waited for, backed up. */
@NullMarked
package org.greenplan.store;

import org.jspecify.annotations.NullMarked;
