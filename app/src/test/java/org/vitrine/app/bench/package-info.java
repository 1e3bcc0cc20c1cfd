/** Figures measured inside the process. */
@NullMarked
package org.vitrine.app.bench;

import org.jspecify.annotations.NullMarked;
