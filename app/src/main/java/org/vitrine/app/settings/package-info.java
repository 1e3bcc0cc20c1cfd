/** What the user chose, kept between runs. */
@NullMarked
package org.vitrine.app.settings;

import org.jspecify.annotations.NullMarked;
