/** The wizard's page on how the system gets onto the machine. */
@NullMarked
package org.vitrine.app.create.setup;

import org.jspecify.annotations.NullMarked;
