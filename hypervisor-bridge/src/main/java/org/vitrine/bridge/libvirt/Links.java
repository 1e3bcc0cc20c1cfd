package org.vitrine.bridge.libvirt;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.Libvirt.VirConnectCloseFunc;
import org.vitrine.bridge.event.EventLoop;
import org.vitrine.model.port.HostListener;
import org.vitrine.model.port.HostListener.News;
import org.vitrine.model.port.HostListener.Why;

/**
 * The connections of one session. The two roles are one connection where every connection would
 * have a world of its own, as with libvirt's test driver.
 */
final class Links {

  private static final Logger LOG = System.getLogger(Links.class.getName());

  private final Link monitor;
  private final Optional<Link> worker;
  private final EventLoop loop;
  private final HostListener listener;
  private final AtomicBoolean lost = new AtomicBoolean();
  private final AtomicBoolean released = new AtomicBoolean();
  private int references;

  Links(Link monitor, @Nullable Link work, EventLoop loop, HostListener listener) {
    this.monitor = monitor;
    worker = Optional.ofNullable(work);
    this.loop = loop;
    this.listener = listener;
  }

  Link monitor() {
    return monitor;
  }

  Link work() {
    return worker.orElse(monitor);
  }

  /** Keeps both alive, and hears of their end. */
  void watch() {
    watch(monitor);
    worker.ifPresent(this::watch);
  }

  private void watch(Link link) {
    link.keepAlive();
    link.onClose((connection, reason, opaque) -> closed(reason));
  }

  private void closed(int reason) {
    Why why =
        switch (reason) {
          case 1 -> Why.END_OF_FILE;
          case 2 -> Why.NO_ANSWER;
          case 3 -> Why.OURSELVES;
          default -> Why.ERROR;
        };
    if (released.get() || why == Why.OURSELVES || !lost.compareAndSet(false, true)) {
      return;
    }
    try {
      listener.heard(new News.Lost(why));
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "The loss of a host was not handed on", failure);
    }
  }

  boolean areUp() {
    return monitor.isUp() && worker.map(Link::isUp).orElse(true);
  }

  /**
   * Lets go, once: a second call gets the first one's answer.
   *
   * @param deafen takes off what listens on the monitor
   */
  synchronized int release(Runnable deafen) {
    if (!released.compareAndSet(false, true)) {
      return references;
    }
    deafen.run();
    forget(monitor);
    worker.ifPresent(this::forget);
    loop.settle();
    references = monitor.release() + worker.map(Link::release).orElse(0);
    if (references != 0) {
      LOG.log(Level.WARNING, "libvirt still holds {0} references of a closed host", references);
    }
    return references;
  }

  private void forget(Link link) {
    VirConnectCloseFunc callback = link.forgetOnClose();
    if (callback != null) {
      loop.retire(callback);
    }
  }
}
