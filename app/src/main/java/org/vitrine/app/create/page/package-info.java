/** The wizard's pages, each with what it asks and why it holds one up. */
@NullMarked
package org.vitrine.app.create.page;

import org.jspecify.annotations.NullMarked;
