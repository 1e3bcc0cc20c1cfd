/** Fixtures: throw-away hosts and what watches over them. */
@NullMarked
package org.vitrine.bridge.testing;

import org.jspecify.annotations.NullMarked;
