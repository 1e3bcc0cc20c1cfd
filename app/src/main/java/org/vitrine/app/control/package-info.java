/** Small controls used all over: icons, state pictures, curves, empty states. */
@NullMarked
package org.vitrine.app.control;

import org.jspecify.annotations.NullMarked;
