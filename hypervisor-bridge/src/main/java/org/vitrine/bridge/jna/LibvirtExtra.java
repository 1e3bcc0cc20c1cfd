package org.vitrine.bridge.jna;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.Libvirt;
import org.libvirt.jna.NetworkPointer;
import org.libvirt.jna.StoragePoolPointer;

/**
 * All that libvirt-java binds, by inheritance, and the functions it lacks. One to one with the C
 * headers; what is returned as {@code Pointer} and owned by the caller is freed by the caller.
 */
public interface LibvirtExtra extends Libvirt {

  int virGetLastErrorCode();

  int virConnectGetAllDomainStats(
      ConnectionPointer connection, int stats, PointerByReference records, int flags);

  /** The array of domains ends with a null. */
  int virDomainListGetStats(
      @Nullable Pointer[] domains, int stats, PointerByReference records, int flags);

  void virDomainStatsRecordListFree(Pointer records);

  int virConnectListAllDomains(ConnectionPointer connection, PointerByReference domains, int flags);

  int virConnectListAllNetworks(
      ConnectionPointer connection, PointerByReference networks, int flags);

  int virConnectListAllStoragePools(
      ConnectionPointer connection, PointerByReference pools, int flags);

  @Nullable CString virConnectGetDomainCapabilities(
      ConnectionPointer connection,
      @Nullable String emulator,
      @Nullable String architecture,
      @Nullable String machine,
      @Nullable String type,
      int flags);

  int virDomainGetUUID(Pointer domain, byte[] uuid);

  @Nullable Pointer virDomainGetName(Pointer domain);

  int virDomainFree(Pointer domain);

  /** The structure, 40 bytes: state, maximum memory, memory, processors, processor time. */
  int virDomainGetInfo(Pointer domain, byte[] info);

  int virDomainGetState(Pointer domain, IntByReference state, IntByReference reason, int flags);

  int virDomainSnapshotNum(Pointer domain, int flags);

  int virDomainInterfaceAddresses(
      Pointer domain, PointerByReference interfaces, int source, int flags);

  void virDomainInterfaceFree(Pointer networkInterface);

  @Override
  int virDomainSetMetadata(
      DomainPointer domain,
      int type,
      @Nullable String metadata,
      @Nullable String key,
      @Nullable String uri,
      int flags);

  /** The structure, 64 bytes: model, memory, processors. */
  int virNodeGetInfo(ConnectionPointer connection, byte[] info);

  int virDomainRename(DomainPointer domain, String name, int flags);

  int virNetworkGetUUID(Pointer network, byte[] uuid);

  @Nullable Pointer virNetworkGetName(Pointer network);

  int virNetworkFree(Pointer network);

  int virStoragePoolGetUUID(Pointer pool, byte[] uuid);

  @Nullable Pointer virStoragePoolGetName(Pointer pool);

  int virStoragePoolFree(Pointer pool);

  /** The structure, 32 bytes: state, capacity, allocation, free. */
  int virStoragePoolGetInfo(Pointer pool, byte[] info);

  @Nullable CString virStoragePoolGetXMLDesc(Pointer pool, int flags);

  int virStoragePoolGetAutostart(Pointer pool, IntByReference value);

  int virStoragePoolIsPersistent(Pointer pool);

  @Nullable CString virNetworkGetXMLDesc(Pointer network, int flags);

  int virNetworkGetAutostart(Pointer network, IntByReference value);

  int virNetworkIsActive(Pointer network);

  int virNetworkIsPersistent(Pointer network);

  int virConnectNetworkEventRegisterAny(
      ConnectionPointer connection,
      @Nullable NetworkPointer network,
      int event,
      Callback callback,
      @Nullable Pointer opaque,
      @Nullable VirFreeCallback free);

  int virConnectNetworkEventDeregisterAny(ConnectionPointer connection, int callback);

  int virConnectStoragePoolEventRegisterAny(
      ConnectionPointer connection,
      @Nullable StoragePoolPointer pool,
      int event,
      Callback callback,
      @Nullable Pointer opaque,
      @Nullable VirFreeCallback free);

  int virConnectStoragePoolEventDeregisterAny(ConnectionPointer connection, int callback);

  /** Lifecycle; {@code VIR_DOMAIN_EVENT_ID_LIFECYCLE}. */
  interface DomainLifecycle extends VirDomainEventCallback {
    int heard(Pointer connection, Pointer domain, int event, int detail, Pointer opaque);
  }

  /** Reboot. */
  interface DomainPlain extends VirDomainEventCallback {
    void heard(Pointer connection, Pointer domain, Pointer opaque);
  }

  /** Suspended and woken by the guest. */
  interface DomainReason extends VirDomainEventCallback {
    void heard(Pointer connection, Pointer domain, int reason, Pointer opaque);
  }

  /** A device added or removed. */
  interface DomainDevice extends VirDomainEventCallback {
    void heard(Pointer connection, Pointer domain, Pointer alias, Pointer opaque);
  }

  /** A disk in error, with its reason. */
  interface DomainDiskError extends VirDomainEventCallback {
    void heard(
        Pointer connection,
        Pointer domain,
        Pointer source,
        Pointer alias,
        int action,
        Pointer reason,
        Pointer opaque);
  }

  /** Title, description or an element of the metadata changed. */
  interface DomainMetadata extends VirDomainEventCallback {
    void heard(Pointer connection, Pointer domain, int type, Pointer uri, Pointer opaque);
  }

  /** A job ended. */
  interface DomainJob extends VirDomainEventCallback {
    void heard(Pointer connection, Pointer domain, Pointer parameters, int count, Pointer opaque);
  }

  /** Lifecycle of networks and of storage pools. */
  interface ThingLifecycle extends Callback {
    void heard(Pointer connection, Pointer thing, int event, int detail, Pointer opaque);
  }

  /** A storage pool was refreshed. */
  interface ThingPlain extends Callback {
    void heard(Pointer connection, Pointer thing, Pointer opaque);
  }
}
