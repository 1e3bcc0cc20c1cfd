package org.vitrine.app.create;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.vitrine.app.job.Progress;
import org.vitrine.model.host.HostId;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.vm.Labels;

/** Makes machines. What it began it takes back where it fails or is cancelled. */
public interface Maker {

  /** A machine in the making. */
  record Making(CompletableFuture<?> done, Runnable cancel) {}

  /**
   * Begins at once and does not block.
   *
   * @param labels what is written on it beyond title and notes
   * @param start whether it is started when it is there
   * @param report hears from any thread
   */
  Making make(
      HostId host, NewMachinePlan plan, Labels labels, boolean start, Consumer<Progress> report);
}
