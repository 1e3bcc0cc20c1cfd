/** Turns a problem into words, a hint and a button. */
@NullMarked
package org.vitrine.app.problem;

import org.jspecify.annotations.NullMarked;
