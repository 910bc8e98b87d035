/** How Chinese names are read: what their first letters are, and in which order people look for them. */
@NullMarked
package org.greenplan.pinyin;

import org.jspecify.annotations.NullMarked;
