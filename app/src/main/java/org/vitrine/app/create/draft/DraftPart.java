package org.vitrine.app.create.draft;

import java.util.List;

/** A part of the draft, as its fields. */
interface DraftPart {

  List<Field<?>> fields();
}
