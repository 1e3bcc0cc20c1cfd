/** libvirt's XML: read into records, patched in place, written from plans. */
@NullMarked
package org.vitrine.bridge.xml;

import org.jspecify.annotations.NullMarked;
