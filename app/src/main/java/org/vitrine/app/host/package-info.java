/** One host, seen closely. */
@NullMarked
package org.vitrine.app.host;

import org.jspecify.annotations.NullMarked;
