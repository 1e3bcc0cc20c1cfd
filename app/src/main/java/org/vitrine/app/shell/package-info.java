/** The window: where everything sits and how one gets about. */
@NullMarked
package org.vitrine.app.shell;

import org.jspecify.annotations.NullMarked;
