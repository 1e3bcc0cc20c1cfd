/** What a change would be as commands a person could type; made from the same plan that runs. */
@NullMarked
package org.vitrine.model.explain;

import org.jspecify.annotations.NullMarked;
