/** The list of machines and what may be done to the chosen ones. */
@NullMarked
package org.vitrine.app.machines;

import org.jspecify.annotations.NullMarked;
