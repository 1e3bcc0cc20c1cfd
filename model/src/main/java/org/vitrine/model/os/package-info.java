/** Operating systems as a catalogue knows them, and what a file turns out to be. */
@NullMarked
package org.vitrine.model.os;

import org.jspecify.annotations.NullMarked;
