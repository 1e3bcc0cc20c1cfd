/** Links tried on hosts in memory that fail in every way. */
@NullMarked
package org.vitrine.bridge.link;

import org.jspecify.annotations.NullMarked;
