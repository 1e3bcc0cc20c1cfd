/** The app as its user meets it: whole windows, used by what stands on them and by keys. */
@NullMarked
package org.vitrine.app.flow;

import org.jspecify.annotations.NullMarked;
