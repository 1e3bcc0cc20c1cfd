/** The one thread that dispatches what hosts say by themselves, and what listens on it. */
@NullMarked
package org.vitrine.bridge.event;

import org.jspecify.annotations.NullMarked;
