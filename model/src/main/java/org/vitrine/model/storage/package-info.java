/** Storage pools as they are seen. */
@NullMarked
package org.vitrine.model.storage;

import org.jspecify.annotations.NullMarked;
