/** Tests of what is read of this computer. */
@NullMarked
package org.vitrine.bridge.host;

import org.jspecify.annotations.NullMarked;
