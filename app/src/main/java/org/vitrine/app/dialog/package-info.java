/** Cards over the window: questions, forms and short notes. */
@NullMarked
package org.vitrine.app.dialog;

import org.jspecify.annotations.NullMarked;
