/** Machines as they are seen: immutable records, their states, and what may be done to them. */
@NullMarked
package org.vitrine.model.vm;

import org.jspecify.annotations.NullMarked;
