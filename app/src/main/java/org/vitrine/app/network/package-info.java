/** The virtual networks of all hosts. */
@NullMarked
package org.vitrine.app.network;

import org.jspecify.annotations.NullMarked;
