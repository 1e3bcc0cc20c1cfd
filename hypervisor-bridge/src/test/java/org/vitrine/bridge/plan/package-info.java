/** Tests of what is suggested for a new machine, and of what speaks against one. */
@NullMarked
package org.vitrine.bridge.plan;

import org.jspecify.annotations.NullMarked;
