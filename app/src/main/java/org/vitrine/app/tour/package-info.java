/** Renders every screen to pictures, from the demo host. */
@NullMarked
package org.vitrine.app.tour;

import org.jspecify.annotations.NullMarked;
