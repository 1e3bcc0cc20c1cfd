/** Work off the window's thread, what came of it, and the one area that shows it. */
@NullMarked
package org.vitrine.app.job;

import org.jspecify.annotations.NullMarked;
