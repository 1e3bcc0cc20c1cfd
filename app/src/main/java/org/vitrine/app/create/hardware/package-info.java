/** The wizard's section on what kind of computer it is, what it shows, and its small devices. */
@NullMarked
package org.vitrine.app.create.hardware;

import org.jspecify.annotations.NullMarked;
