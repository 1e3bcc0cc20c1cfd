/** Fixtures: the window's thread, and machines and hosts to show. */
@NullMarked
package org.vitrine.app.testing;

import org.jspecify.annotations.NullMarked;
