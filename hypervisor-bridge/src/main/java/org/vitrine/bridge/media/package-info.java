/** What a file, folder or address really is, before anything runs from it. */
@NullMarked
package org.vitrine.bridge.media;

import org.jspecify.annotations.NullMarked;
