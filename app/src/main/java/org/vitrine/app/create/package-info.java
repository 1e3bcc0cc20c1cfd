/** The wizard for new machines: one draft, a page for each step, and the commands beside it. */
@NullMarked
package org.vitrine.app.create;

import org.jspecify.annotations.NullMarked;
