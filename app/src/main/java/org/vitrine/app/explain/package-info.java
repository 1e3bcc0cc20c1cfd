/** The panel that shows what was done, and would be done, as commands. */
@NullMarked
package org.vitrine.app.explain;

import org.jspecify.annotations.NullMarked;
