/** The demo host: libvirt's test driver on a definition of our own. Nothing in it is real. */
@NullMarked
package org.vitrine.bridge.demo;

import org.jspecify.annotations.NullMarked;
