/** Answer files: what an installer, or a system at its first start, reads instead of asking. */
@NullMarked
package org.vitrine.bridge.answer;

import org.jspecify.annotations.NullMarked;
