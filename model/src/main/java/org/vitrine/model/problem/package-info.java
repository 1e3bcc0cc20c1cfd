/** What went wrong, as data; the words are the app's. */
@NullMarked
package org.vitrine.model.problem;

import org.jspecify.annotations.NullMarked;
