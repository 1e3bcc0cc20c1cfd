/** Reading and writing of libvirt's documents. */
@NullMarked
package org.vitrine.bridge.xml;

import org.jspecify.annotations.NullMarked;
