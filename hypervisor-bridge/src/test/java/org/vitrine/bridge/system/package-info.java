/** Whole hosts with real guests, thrown away after each class of tests. */
@org.jspecify.annotations.NullMarked
package org.vitrine.bridge.system;
