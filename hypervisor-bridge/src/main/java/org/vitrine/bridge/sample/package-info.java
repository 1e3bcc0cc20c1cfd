/** The sample machine: a small real guest made of the system's own packages. */
@NullMarked
package org.vitrine.bridge.sample;

import org.jspecify.annotations.NullMarked;
