/** Disk images: the tool that makes them, and what may be used as one. */
@NullMarked
package org.vitrine.bridge.image;

import org.jspecify.annotations.NullMarked;
