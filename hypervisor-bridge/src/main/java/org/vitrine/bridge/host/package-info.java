/** This computer's own network, as its kernel and its files tell. */
@NullMarked
package org.vitrine.bridge.host;

import org.jspecify.annotations.NullMarked;
