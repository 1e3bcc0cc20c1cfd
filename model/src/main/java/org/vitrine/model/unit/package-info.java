/** Quantities with their unit in the type, so that no bare number of KiB or percent travels. */
@NullMarked
package org.vitrine.model.unit;

import org.jspecify.annotations.NullMarked;
