/** What an earlier run of the app left half done, and what new machines still wait for. */
@NullMarked
package org.vitrine.app.unfinished;

import org.jspecify.annotations.NullMarked;
