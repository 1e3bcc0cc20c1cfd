/** The draft of a new machine and what is typed into it, without any window. */
@NullMarked
package org.vitrine.app.create;

import org.jspecify.annotations.NullMarked;
