/** A hypervisor in memory with scripted delays and failures, for tests and for pictures. */
@NullMarked
package org.vitrine.bridge.fake;

import org.jspecify.annotations.NullMarked;
