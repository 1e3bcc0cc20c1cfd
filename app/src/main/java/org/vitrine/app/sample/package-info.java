/** One click to a small real guest. */
@NullMarked
package org.vitrine.app.sample;

import org.jspecify.annotations.NullMarked;
