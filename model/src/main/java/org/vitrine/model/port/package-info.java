/** The interfaces that the bridge implements and the rest of the house talks to. */
@NullMarked
package org.vitrine.model.port;

import org.jspecify.annotations.NullMarked;
