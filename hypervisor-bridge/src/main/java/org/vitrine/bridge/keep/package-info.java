/** The app's own files: where they live, and how they are read and written without losing any. */
@NullMarked
package org.vitrine.bridge.keep;

import org.jspecify.annotations.NullMarked;
