/** Answers to an installer's questions, given before it asks. */
@NullMarked
package org.vitrine.model.answer;

import org.jspecify.annotations.NullMarked;
