/** Hosts: where machines live, how one is reached, what it can do and why not. */
@NullMarked
package org.vitrine.model.host;

import org.jspecify.annotations.NullMarked;
