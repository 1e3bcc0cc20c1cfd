/** What tests of every module share: oracles that must hold around them, and gates. */
@NullMarked
package org.vitrine.bridge.testing;

import org.jspecify.annotations.NullMarked;
