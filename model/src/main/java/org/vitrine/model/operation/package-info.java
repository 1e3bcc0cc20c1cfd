/** Work of several steps over the ports, each step with its undo, written down before it acts. */
@NullMarked
package org.vitrine.model.operation;

import org.jspecify.annotations.NullMarked;
