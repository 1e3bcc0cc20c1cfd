package org.vitrine.model.port;

import java.util.function.BiConsumer;
import org.vitrine.model.operation.Cancel;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/**
 * Makes disk images. Every method blocks until the image is whole, takes absolute paths, and never
 * writes to a file that is there already; what a failure leaves is the caller's to delete.
 */
public interface ImageTool {

  void create(
      String path,
      DiskPlan.Format format,
      DiskPlan.Allocation allocation,
      ByteSize size,
      Cancel cancel)
      throws ProblemException;

  /**
   * @param size zero: as large as the base
   */
  void overlay(String path, String base, DiskPlan.Format baseFormat, ByteSize size, Cancel cancel)
      throws ProblemException;

  /**
   * @param size zero: as large as the source
   * @param progress hears how much of how much is done
   */
  void copy(
      String path,
      DiskPlan.Format format,
      Source source,
      ByteSize size,
      BiConsumer<ByteSize, ByteSize> progress,
      Cancel cancel)
      throws ProblemException;

  /** An image to copy from, in a format that was looked at before. */
  record Source(String path, DiskPlan.Format format) {}
}
