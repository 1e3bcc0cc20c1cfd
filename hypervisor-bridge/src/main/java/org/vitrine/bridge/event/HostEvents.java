package org.vitrine.bridge.event;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.libvirt.jna.ConnectionPointer;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.port.HostListener;
import org.vitrine.model.port.HostListener.News;
import org.vitrine.model.port.HostListener.Turn;

/**
 * Listens to one connection. A callback copies what it is given, hands it on and returns; whatever
 * goes wrong in it stays in it, since there is native code above.
 */
public final class HostEvents {

  private static final Logger LOG = System.getLogger(HostEvents.class.getName());

  private static final int LIFECYCLE = 0;
  private static final int REBOOT = 1;
  private static final int DISK_ERROR_REASON = 6;
  private static final int WOKEN = 11;
  private static final int SUSPENDED = 12;
  private static final int SUSPENDED_TO_DISK = 14;
  private static final int DEVICE_REMOVED = 15;
  private static final int DEVICE_ADDED = 19;
  private static final int JOB_COMPLETED = 21;
  private static final int METADATA_CHANGED = 23;
  private static final int POOL_REFRESHED = 1;

  private static final int DEFINED = 0;
  private static final int UNDEFINED = 1;
  private static final int STARTED = 2;
  private static final int PAUSED = 3;
  private static final int STOPPED = 5;
  private static final int UNDEFINED_RENAMED = 1;
  private static final int PAUSED_DISK_ERROR = 2;

  private record Registration(Callback callback, int id, IntConsumer undo) {}

  private final LibvirtExtra libvirt;
  private final ConnectionPointer connection;
  private final EventLoop loop;
  private final HostListener listener;

  /** Strong, or the stubs that libvirt calls would be collected. */
  private final List<Registration> registrations = new ArrayList<>();

  private boolean stopped;

  public HostEvents(
      LibvirtExtra libvirt, ConnectionPointer connection, EventLoop loop, HostListener listener) {
    this.libvirt = libvirt;
    this.connection = connection;
    this.loop = loop;
    this.listener = listener;
  }

  /** Registers for what a list cannot do without: one round trip. */
  public void listenFirst() {
    LibvirtExtra.DomainLifecycle lifecycle =
        (c, domain, event, detail, o) -> {
          tell(domain, lifecycle(event, detail));
          return 0;
        };
    domain(LIFECYCLE, lifecycle);
  }

  /**
   * Registers for all else that the driver knows; what it does not know is left out. Each one is a
   * round trip, so a host that is far away is asked when it is open already.
   */
  public void listenToAll() {
    LibvirtExtra.DomainPlain reboot = (c, domain, o) -> tell(domain, Turn.OTHER);
    domain(REBOOT, reboot);
    LibvirtExtra.DomainDiskError diskError =
        (c, domain, source, alias, action, reason, o) -> tell(domain, Turn.DISK_ERROR);
    domain(DISK_ERROR_REASON, diskError);
    for (int event : new int[] {WOKEN, SUSPENDED, SUSPENDED_TO_DISK}) {
      LibvirtExtra.DomainReason power = (c, domain, reason, o) -> tell(domain, Turn.STATE);
      domain(event, power);
    }
    for (int event : new int[] {DEVICE_REMOVED, DEVICE_ADDED}) {
      LibvirtExtra.DomainDevice device = (c, domain, alias, o) -> tell(domain, Turn.DEFINITION);
      domain(event, device);
    }
    LibvirtExtra.DomainJob job = (c, domain, parameters, count, o) -> tell(domain, Turn.STATE);
    domain(JOB_COMPLETED, job);
    LibvirtExtra.DomainMetadata metadata =
        (c, domain, type, uri, o) -> tell(domain, Turn.DEFINITION);
    domain(METADATA_CHANGED, metadata);

    LibvirtExtra.ThingLifecycle network =
        (c, thing, event, detail, o) -> tell(new News.NetworksChanged());
    keep(
        network,
        libvirt.virConnectNetworkEventRegisterAny(connection, null, LIFECYCLE, network, null, null),
        id -> libvirt.virConnectNetworkEventDeregisterAny(connection, id));
    LibvirtExtra.ThingLifecycle pool =
        (c, thing, event, detail, o) -> tell(new News.PoolsChanged());
    pool(LIFECYCLE, pool);
    LibvirtExtra.ThingPlain refreshed = (c, thing, o) -> tell(new News.PoolsChanged());
    pool(POOL_REFRESHED, refreshed);
  }

  private void domain(int event, Callback callback) {
    if (isStopped()) {
      return;
    }
    keep(
        callback,
        libvirt.virConnectDomainEventRegisterAny(connection, null, event, callback, null, null),
        id -> libvirt.virConnectDomainEventDeregisterAny(connection, id));
  }

  private void pool(int event, Callback callback) {
    keep(
        callback,
        libvirt.virConnectStoragePoolEventRegisterAny(
            connection, null, event, callback, null, null),
        id -> libvirt.virConnectStoragePoolEventDeregisterAny(connection, id));
  }

  private void keep(Callback callback, int id, IntConsumer undo) {
    if (id < 0) {
      return;
    }
    synchronized (registrations) {
      if (!stopped) {
        registrations.add(new Registration(callback, id, undo));
        return;
      }
    }
    take(new Registration(callback, id, undo));
  }

  private boolean isStopped() {
    synchronized (registrations) {
      return stopped;
    }
  }

  /** How many kinds of events are heard. */
  public int count() {
    synchronized (registrations) {
      return registrations.size();
    }
  }

  /** Deregisters everything; on a connection that is gone this fails, and is done all the same. */
  public void stop() {
    List<Registration> taken;
    synchronized (registrations) {
      stopped = true;
      taken = List.copyOf(registrations);
      registrations.clear();
    }
    taken.forEach(this::take);
  }

  private void take(Registration registration) {
    registration.undo.accept(registration.id);
    loop.retire(registration.callback);
  }

  static Turn lifecycle(int event, int detail) {
    return switch (event) {
      case DEFINED -> Turn.DEFINITION;
      case UNDEFINED -> detail == UNDEFINED_RENAMED ? Turn.DEFINITION : Turn.REMOVED;
      case STARTED -> Turn.STARTED;
      case STOPPED -> Turn.STOPPED;
      case PAUSED -> detail == PAUSED_DISK_ERROR ? Turn.DISK_ERROR : Turn.STATE;
      default -> Turn.STATE;
    };
  }

  private void tell(Pointer domain, Turn turn) {
    try {
      byte[] bytes = new byte[16];
      if (libvirt.virDomainGetUUID(domain, bytes) == 0) {
        ByteBuffer uuid = ByteBuffer.wrap(bytes);
        listener.heard(new News.MachineChanged(new UUID(uuid.getLong(), uuid.getLong()), turn));
      }
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "An event was not handed on", failure);
    }
  }

  private void tell(News news) {
    try {
      listener.heard(news);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "An event was not handed on", failure);
    }
  }
}
