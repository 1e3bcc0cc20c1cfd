/** Where the app starts and where it is wired. */
@NullMarked
package org.vitrine.app.app;

import org.jspecify.annotations.NullMarked;
