package org.vitrine.model.operation;

import org.vitrine.model.unit.ByteSize;

/** Hears how far an operation is. */
public interface Report {

  Report NOBODY = (deed, number, of, done, total) -> {};

  /**
   * @param number which deed, from 0
   * @param total zero while it is not known
   */
  void at(Deed deed, int number, int of, ByteSize done, ByteSize total);
}
