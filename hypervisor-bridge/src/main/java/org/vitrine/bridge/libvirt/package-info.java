/** The adapter on libvirt. Only this package and its two neighbours touch libvirt-java and JNA. */
@NullMarked
package org.vitrine.bridge.libvirt;

import org.jspecify.annotations.NullMarked;
