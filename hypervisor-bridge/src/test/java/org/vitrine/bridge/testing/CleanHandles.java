package org.vitrine.bridge.testing;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.vitrine.model.port.HypervisorSession;

/**
 * Holds that every session a test opened was let go of without a reference left in the library. A
 * session that is handed to {@link #open} is released after the test, if the test did not.
 */
public final class CleanHandles implements AfterEachCallback {

  private record Left(int references, Throwable where) {}

  private final Map<HypervisorSession, Throwable> open =
      Collections.synchronizedMap(new IdentityHashMap<>());
  private final List<Left> left = new CopyOnWriteArrayList<>();

  /** Takes the session into care and hands it back. */
  public <T extends HypervisorSession> T open(T session) {
    open.put(session, new Throwable("opened here"));
    return session;
  }

  /** Releases one session and notes what it said. */
  public int release(HypervisorSession session) {
    int references = session.release();
    Throwable where = open.remove(session);
    record(references, where == null ? new Throwable("released here") : where);
    return references;
  }

  /** Notes the answer of a release or close that the test called by itself. */
  public void record(int references) {
    record(references, new Throwable("released here"));
  }

  private void record(int references, Throwable where) {
    if (references != 0) {
      left.add(new Left(references, where));
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    check();
  }

  /**
   * Releases what is still open; throws where a reference is left, with the place that opened it.
   */
  public void check() {
    for (HypervisorSession session : List.copyOf(open.keySet())) {
      release(session);
    }
    if (!left.isEmpty()) {
      AssertionError error =
          new AssertionError(
              "the library still held references after release: "
                  + left.stream().map(Left::references).toList());
      left.forEach(one -> error.addSuppressed(one.where()));
      left.clear();
      throw error;
    }
  }
}
