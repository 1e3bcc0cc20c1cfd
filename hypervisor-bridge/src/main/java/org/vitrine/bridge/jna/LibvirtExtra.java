package org.vitrine.bridge.jna;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.Libvirt.VirConnectCloseFunc;
import org.libvirt.jna.Libvirt.VirEventTimeoutCallback;
import org.libvirt.jna.NetworkPointer;
import org.libvirt.jna.SizeT;
import org.libvirt.jna.StoragePoolPointer;
import org.libvirt.jna.StreamPointer;

/**
 * The C functions that are called here, one to one with the headers; what is returned as {@code
 * Pointer} or {@code CString} and owned by the caller is freed by the caller.
 *
 * <p>It does not extend libvirt-java's own interface: JNA makes a proxy method of every function in
 * an interface at start-up, and the 300 that nobody here calls took 40 ms.
 */
public interface LibvirtExtra extends Library {

  // the library

  @Nullable Pointer virGetLastError();

  void virResetLastError();

  int virEventAddTimeout(
      int millis,
      VirEventTimeoutCallback callback,
      @Nullable Pointer opaque,
      @Nullable Pointer free);

  int virEventRemoveTimeout(int timer);

  // a connection

  int virConnectIsAlive(ConnectionPointer connection);

  int virConnectSetKeepAlive(ConnectionPointer connection, int interval, int count);

  int virConnectRegisterCloseCallback(
      ConnectionPointer connection,
      VirConnectCloseFunc callback,
      @Nullable Pointer opaque,
      @Nullable Pointer free);

  int virConnectUnregisterCloseCallback(ConnectionPointer connection, VirConnectCloseFunc callback);

  @Nullable CString virConnectGetCapabilities(ConnectionPointer connection);

  @Nullable CString virConnectGetHostname(ConnectionPointer connection);

  @Nullable String virConnectGetType(ConnectionPointer connection);

  int virConnectGetVersion(ConnectionPointer connection, LongByReference version);

  int virConnectGetLibVersion(ConnectionPointer connection, LongByReference version);

  int virConnectNumOfNetworks(ConnectionPointer connection);

  int virConnectNumOfStoragePools(ConnectionPointer connection);

  long virNodeGetFreeMemory(ConnectionPointer connection);

  // a domain

  @Nullable DomainPointer virDomainLookupByUUID(ConnectionPointer connection, byte[] uuid);

  int virDomainFree(DomainPointer domain);

  int virDomainIsActive(DomainPointer domain);

  int virDomainIsPersistent(DomainPointer domain);

  int virDomainCreateWithFlags(DomainPointer domain, int flags);

  int virDomainSuspend(DomainPointer domain);

  int virDomainResume(DomainPointer domain);

  int virDomainShutdown(DomainPointer domain);

  int virDomainReboot(DomainPointer domain, int flags);

  int virDomainReset(DomainPointer domain, int flags);

  int virDomainDestroy(DomainPointer domain);

  int virDomainManagedSave(DomainPointer domain, int flags);

  int virDomainManagedSaveRemove(DomainPointer domain, int flags);

  int virDomainHasManagedSaveImage(DomainPointer domain, int flags);

  int virDomainGetAutostart(DomainPointer domain, IntByReference value);

  int virDomainSetAutostart(DomainPointer domain, int value);

  @Nullable CString virDomainGetXMLDesc(DomainPointer domain, int flags);

  @Nullable CString virDomainGetMetadata(
      DomainPointer domain, int type, @Nullable String uri, int flags);

  @Nullable CString virDomainScreenshot(
      DomainPointer domain, StreamPointer stream, int screen, int flags);

  @Nullable StreamPointer virStreamNew(ConnectionPointer connection, int flags);

  int virStreamRecv(StreamPointer stream, ByteBuffer data, SizeT bytes);

  int virStreamSend(StreamPointer stream, ByteBuffer data, SizeT bytes);

  int virStorageVolUpload(
      Pointer volume, StreamPointer stream, long offset, long length, int flags);

  int virStreamFinish(StreamPointer stream);

  int virStreamAbort(StreamPointer stream);

  int virStreamFree(StreamPointer stream);

  int virConnectDomainEventRegisterAny(
      ConnectionPointer connection,
      @Nullable DomainPointer domain,
      int event,
      Callback callback,
      @Nullable Pointer opaque,
      @Nullable Pointer free);

  int virConnectDomainEventDeregisterAny(ConnectionPointer connection, int callback);

  // a network, a pool

  @Nullable NetworkPointer virNetworkLookupByName(ConnectionPointer connection, String name);

  int virNetworkCreate(NetworkPointer network);

  int virDomainGetJobInfo(DomainPointer domain, Pointer info);

  int virDomainAbortJob(DomainPointer domain);

  int virNetworkDestroy(NetworkPointer network);

  int virNetworkIsActive(NetworkPointer network);

  int virNetworkFree(NetworkPointer network);

  @Nullable StoragePoolPointer virStoragePoolLookupByName(
      ConnectionPointer connection, String name);

  int virStoragePoolCreate(StoragePoolPointer pool, int flags);

  int virStoragePoolIsActive(StoragePoolPointer pool);

  int virStoragePoolDestroy(StoragePoolPointer pool);

  int virStoragePoolFree(StoragePoolPointer pool);

  // many at once, and what is borrowed from a list or an event

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

  int virDomainSetMetadata(
      DomainPointer domain,
      int type,
      @Nullable String metadata,
      @Nullable String key,
      @Nullable String uri,
      int flags);

  /** Structures of 88 bytes: a name of 80, a number. */
  int virNodeGetMemoryStats(
      ConnectionPointer connection,
      int cell,
      byte @Nullable [] stats,
      IntByReference count,
      int flags);

  int virConnectListAllNodeDevices(
      ConnectionPointer connection, PointerByReference devices, int flags);

  @Nullable CString virNodeDeviceGetXMLDesc(Pointer device, int flags);

  int virNodeDeviceFree(Pointer device);

  @Nullable DomainPointer virDomainLookupByName(ConnectionPointer connection, String name);

  @Nullable DomainPointer virDomainDefineXMLFlags(
      ConnectionPointer connection, String definition, int flags);

  int virDomainUndefineFlags(DomainPointer domain, int flags);

  int virDomainGetUUID(DomainPointer domain, byte[] uuid);

  @Nullable NetworkPointer virNetworkDefineXML(ConnectionPointer connection, String definition);

  int virNetworkUndefine(NetworkPointer network);

  int virNetworkSetAutostart(NetworkPointer network, int value);

  @Nullable StoragePoolPointer virStoragePoolDefineXML(
      ConnectionPointer connection, String definition, int flags);

  int virStoragePoolBuild(StoragePoolPointer pool, int flags);

  int virStoragePoolUndefine(StoragePoolPointer pool);

  int virStoragePoolSetAutostart(StoragePoolPointer pool, int value);

  @Nullable Pointer virStorageVolLookupByName(StoragePoolPointer pool, String name);

  @Nullable Pointer virStorageVolCreateXML(StoragePoolPointer pool, String definition, int flags);

  int virStorageVolDelete(Pointer volume, int flags);

  int virStoragePoolRefresh(StoragePoolPointer pool, int flags);

  int virStoragePoolListAllVolumes(StoragePoolPointer pool, PointerByReference volumes, int flags);

  /** The structure, 24 bytes: type, capacity, allocation. */
  int virStorageVolGetInfo(Pointer volume, byte[] info);

  int virStorageVolFree(Pointer volume);

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
      @Nullable Pointer free);

  int virConnectNetworkEventDeregisterAny(ConnectionPointer connection, int callback);

  int virConnectStoragePoolEventRegisterAny(
      ConnectionPointer connection,
      @Nullable StoragePoolPointer pool,
      int event,
      Callback callback,
      @Nullable Pointer opaque,
      @Nullable Pointer free);

  int virConnectStoragePoolEventDeregisterAny(ConnectionPointer connection, int callback);

  /** Lifecycle; {@code VIR_DOMAIN_EVENT_ID_LIFECYCLE}. */
  interface DomainLifecycle extends Callback {
    int heard(Pointer connection, Pointer domain, int event, int detail, Pointer opaque);
  }

  /** Reboot. */
  interface DomainPlain extends Callback {
    void heard(Pointer connection, Pointer domain, Pointer opaque);
  }

  /** Suspended and woken by the guest. */
  interface DomainReason extends Callback {
    void heard(Pointer connection, Pointer domain, int reason, Pointer opaque);
  }

  /** A device added or removed. */
  interface DomainDevice extends Callback {
    void heard(Pointer connection, Pointer domain, Pointer alias, Pointer opaque);
  }

  /** A disk in error, with its reason. */
  interface DomainDiskError extends Callback {
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
  interface DomainMetadata extends Callback {
    void heard(Pointer connection, Pointer domain, int type, Pointer uri, Pointer opaque);
  }

  /** A job ended. */
  interface DomainJob extends Callback {
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
