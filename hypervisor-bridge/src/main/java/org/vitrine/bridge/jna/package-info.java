/** Raw declarations of C functions; no logic. */
@NullMarked
package org.vitrine.bridge.jna;

import org.jspecify.annotations.NullMarked;
