/** Adding and changing hosts. */
@NullMarked
package org.vitrine.app.connection;

import org.jspecify.annotations.NullMarked;
