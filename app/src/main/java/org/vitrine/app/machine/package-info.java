/** One machine, seen closely. */
@NullMarked
package org.vitrine.app.machine;

import org.jspecify.annotations.NullMarked;
