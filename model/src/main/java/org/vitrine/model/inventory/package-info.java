/** All that is known of one host at one moment, in one immutable piece. */
@NullMarked
package org.vitrine.model.inventory;

import org.jspecify.annotations.NullMarked;
