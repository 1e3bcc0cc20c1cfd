/** Virtual networks as they are seen. */
@NullMarked
package org.vitrine.model.network;

import org.jspecify.annotations.NullMarked;
