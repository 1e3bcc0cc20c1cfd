/** The storage pools of all hosts. */
@NullMarked
package org.vitrine.app.storage;

import org.jspecify.annotations.NullMarked;
