/** The rules of the house as tests, each with a planted violation that shows it bites. */
@NullMarked
package org.vitrine.architecture;

import org.jspecify.annotations.NullMarked;
