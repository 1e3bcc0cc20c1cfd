/** The wizard's page of network cards. */
@NullMarked
package org.vitrine.app.create.network;

import org.jspecify.annotations.NullMarked;
