/** Light, dark and the size of text. */
@NullMarked
package org.vitrine.app.theme;

import org.jspecify.annotations.NullMarked;
