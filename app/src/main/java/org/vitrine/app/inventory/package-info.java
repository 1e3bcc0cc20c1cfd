/** What is known of all hosts: the only subscriber to the bridge, the only source of lists. */
@NullMarked
package org.vitrine.app.inventory;

import org.jspecify.annotations.NullMarked;
