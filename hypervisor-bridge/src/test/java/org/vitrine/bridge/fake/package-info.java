/** The hypervisor in memory itself. */
@NullMarked
package org.vitrine.bridge.fake;

import org.jspecify.annotations.NullMarked;
