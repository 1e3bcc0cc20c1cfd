/** Raw declarations of the C functions that libvirt-java lacks; no logic. */
@NullMarked
package org.vitrine.bridge.jna;

import org.jspecify.annotations.NullMarked;
