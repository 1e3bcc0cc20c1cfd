/** Requests, complete and checked: what a change will make, with nothing left to guess. */
@NullMarked
package org.vitrine.model.plan;

import org.jspecify.annotations.NullMarked;
