/** What is known of files that systems come from. */
@NullMarked
package org.vitrine.model.media;

import org.jspecify.annotations.NullMarked;
