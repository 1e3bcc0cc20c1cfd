/** All words the user reads, from one bundle, and the ways to write amounts. */
@NullMarked
package org.vitrine.app.i18n;

import org.jspecify.annotations.NullMarked;
