/** Operations of several steps on a real host: what does the deeds, and the journal of them. */
@NullMarked
package org.vitrine.bridge.work;

import org.jspecify.annotations.NullMarked;
