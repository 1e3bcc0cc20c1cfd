package org.vitrine.bridge.libvirt;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.libvirt.Connect;
import org.libvirt.ConnectAuth;
import org.libvirt.LibvirtException;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.Libvirt.VirConnectCloseFunc;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.bridge.jna.NativeLibvirt;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/**
 * One native connection. A server that has five calls of one client in hand stops reading from it,
 * keepalive included, and the client then drops the connection: so never more than four.
 */
final class Link extends Connect {

  static final int CALLS_IN_FLIGHT = 4;

  /**
   * Sixteen seconds of silence in all. Short steps, since each one also wakes a call that libvirt's
   * client (up to 9.0) forgot to wake while another one hung.
   */
  private static final int KEEPALIVE_SECONDS = 2;

  private static final int KEEPALIVE_COUNT = 7;
  private static final long PATIENCE_AT_CLOSE_MILLIS = 2_000;

  /** A call into libvirt; whatever it fails with is a problem already. */
  @FunctionalInterface
  interface Call<T> {
    T with(LibvirtExtra libvirt, ConnectionPointer connection) throws ProblemException;
  }

  private final Semaphore permits = new Semaphore(CALLS_IN_FLIGHT, true);
  private final Object lock = new Object();
  private int inFlight;
  private volatile boolean closed;
  private int references;

  /** Kept, or the stub that libvirt calls would be freed. */
  private @Nullable VirConnectCloseFunc closeCallback;

  Link(String uri, ConnectAuth auth) throws LibvirtException {
    super(uri, auth, 0);
  }

  /** Blocks while four calls are under way, then for as long as the host takes. */
  <T> T call(Call<T> call) throws ProblemException {
    try {
      permits.acquire();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ProblemException(Problem.of(Cause.CANCELLED, ""), interrupted);
    }
    try {
      ConnectionPointer connection = enter();
      try {
        return call.with(NativeLibvirt.LIBVIRT, connection);
      } finally {
        leave();
      }
    } finally {
      permits.release();
    }
  }

  private ConnectionPointer enter() throws ProblemException {
    synchronized (lock) {
      ConnectionPointer connection = vcp;
      if (closed || connection == null) {
        throw new ProblemException(Problem.of(Cause.CONNECTION_LOST, ""));
      }
      inFlight++;
      return connection;
    }
  }

  private void leave() {
    synchronized (lock) {
      inFlight--;
      if (closed && inFlight == 0) {
        references = closeNow();
        lock.notifyAll();
      }
    }
  }

  /** Best effort: a driver in this process has nothing to keep alive. */
  void keepAlive() {
    NativeLibvirt.LIBVIRT.virConnectSetKeepAlive(vcp, KEEPALIVE_SECONDS, KEEPALIVE_COUNT);
  }

  void onClose(VirConnectCloseFunc callback) {
    closeCallback = callback;
    NativeLibvirt.LIBVIRT.virConnectRegisterCloseCallback(vcp, callback, null, null);
  }

  /** The close callback, taken off; the caller keeps it until the event thread is past it. */
  @Nullable VirConnectCloseFunc forgetOnClose() {
    VirConnectCloseFunc callback = closeCallback;
    if (callback != null && vcp != null) {
      NativeLibvirt.LIBVIRT.virConnectUnregisterCloseCallback(vcp, callback);
    }
    return callback;
  }

  boolean isUp() {
    if (closed) {
      return false;
    }
    synchronized (lock) {
      return !closed && vcp != null && NativeLibvirt.LIBVIRT.virConnectIsAlive(vcp) == 1;
    }
  }

  boolean isWaitedFor() {
    return permits.hasQueuedThreads();
  }

  int freePermits() {
    return permits.availablePermits();
  }

  /**
   * Lets the connection go, after calls in flight have returned; a call that does not return keeps
   * it, and closes it when it does.
   *
   * @return references that were left: 0 is clean
   */
  int release() {
    synchronized (lock) {
      if (closed) {
        return references;
      }
      closed = true;
      if (inFlight == 0) {
        references = closeNow();
        return references;
      }
      references = 1;
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_AT_CLOSE_MILLIS);
      while (inFlight > 0) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          break;
        }
        try {
          lock.wait(left);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          break;
        }
      }
      return references;
    }
  }

  private int closeNow() {
    try {
      return close();
    } catch (LibvirtException failure) {
      return 1;
    }
  }
}
