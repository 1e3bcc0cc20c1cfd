/**
 * The life of a host: connecting, listening, asking, losing it and finding it again. Knows only the
 * model's ports.
 */
@NullMarked
package org.vitrine.bridge.link;

import org.jspecify.annotations.NullMarked;
