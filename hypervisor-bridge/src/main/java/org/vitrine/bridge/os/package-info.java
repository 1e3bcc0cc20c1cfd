/** The catalogue of operating systems, read from the installed osinfo-db. */
@NullMarked
package org.vitrine.bridge.os;

import org.jspecify.annotations.NullMarked;
