/**
 * Media: what a file, folder or address really is, and those made with the answers to installers.
 */
@NullMarked
package org.vitrine.bridge.media;

import org.jspecify.annotations.NullMarked;
