package org.vitrine.bridge.libvirt;

import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.NetworkPointer;
import org.libvirt.jna.StoragePoolPointer;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.operation.Cancel;
import org.vitrine.model.port.BlockingGuard;
import org.vitrine.model.port.Workshop;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/** Makes and takes back machines, networks, pools and volumes of a libvirt host. */
final class LibvirtWorkshop implements Workshop {

  private static final int MANAGED_SAVE = 1;
  private static final int SNAPSHOTS_METADATA = 1 << 1;
  private static final int NVRAM = 1 << 2;
  private static final int CHECKPOINTS_METADATA = 1 << 4;

  /** From all that may hang on a machine to what every driver knows. */
  private static final List<Integer> UNDEFINE_FLAGS =
      List.of(
          MANAGED_SAVE | SNAPSHOTS_METADATA | NVRAM | CHECKPOINTS_METADATA,
          MANAGED_SAVE | SNAPSHOTS_METADATA,
          0);

  private final Links links;
  private final BlockingGuard guard;

  LibvirtWorkshop(Links links, BlockingGuard guard) {
    this.links = links;
    this.guard = guard;
  }

  private <T> T call(Link.Call<T> call) throws ProblemException {
    guard.check();
    return links.work().call(call);
  }

  // machines

  @Override
  public UUID define(String definition) throws ProblemException {
    DefinitionNames names = DefinitionNames.of(definition);
    return call(
        (libvirt, connection) -> {
          refuseTwin(libvirt, connection, names);
          return take(libvirt, connection, definition, names.name());
        });
  }

  @Override
  public void redefine(UUID machine, String definition) throws ProblemException {
    DefinitionNames names = DefinitionNames.of(definition);
    if (!machine.toString().equals(names.uuid())) {
      throw new ProblemException(Problem.of(Cause.MACHINE_GONE, names.name()));
    }
    call(
        (libvirt, connection) -> {
          try (DomainHandle there = DomainHandle.lookUp(libvirt, connection, machine)) {
            return take(libvirt, connection, definition, there.name());
          }
        });
  }

  /** libvirt takes a second definition of a machine as a change of the first. */
  private static void refuseTwin(
      LibvirtExtra libvirt, ConnectionPointer connection, DefinitionNames names)
      throws ProblemException {
    DomainPointer sameName = libvirt.virDomainLookupByName(connection, names.name());
    if (sameName != null) {
      libvirt.virDomainFree(sameName);
      throw new ProblemException(Problem.of(Cause.NAME_TAKEN, names.name()));
    }
    if (!names.uuid().isEmpty()) {
      DomainPointer same =
          libvirt.virDomainLookupByUUID(connection, Uuids.bytes(UUID.fromString(names.uuid())));
      if (same != null) {
        libvirt.virDomainFree(same);
        throw new ProblemException(Problem.of(Cause.UUID_TAKEN, names.name()));
      }
    }
    libvirt.virResetLastError();
  }

  private static UUID take(
      LibvirtExtra libvirt, ConnectionPointer connection, String definition, String name)
      throws ProblemException {
    DomainPointer domain = libvirt.virDomainDefineXMLFlags(connection, definition, 0);
    if (domain == null) {
      throw ProblemOf.failure(libvirt, name);
    }
    byte[] uuid = new byte[Uuids.SIZE];
    libvirt.virDomainGetUUID(domain, uuid);
    libvirt.virDomainFree(domain);
    return Uuids.of(uuid);
  }

  @Override
  public void undefine(UUID machine) throws ProblemException {
    call(
        (libvirt, connection) -> {
          try (DomainHandle domain = DomainHandle.lookUp(libvirt, connection, machine)) {
            undefine(libvirt, domain);
          } catch (ProblemException failure) {
            if (failure.problem().cause() != Cause.MACHINE_GONE) {
              throw failure;
            }
          }
          return Boolean.TRUE;
        });
  }

  private static void undefine(LibvirtExtra libvirt, DomainHandle domain) throws ProblemException {
    if (domain.isActive()) {
      // libvirt would leave it running without a definition
      throw new ProblemException(Problem.of(Cause.NOT_IN_THIS_STATE, domain.name()));
    }
    Told told = null;
    for (int flags : UNDEFINE_FLAGS) {
      if (libvirt.virDomainUndefineFlags(domain.pointer(), flags) >= 0) {
        return;
      }
      told = Told.last(libvirt);
      if (told.code() != Code.INVALID_ARG && told.code() != Code.ARGUMENT_UNSUPPORTED) {
        break;
      }
    }
    throw ProblemOf.failure(
        Optional.ofNullable(told).orElseGet(() -> Told.last(libvirt)), domain.name());
  }

  @Override
  public Optional<Boolean> runs(UUID machine) throws ProblemException {
    try {
      return Optional.of(
          call(
              (libvirt, connection) -> {
                try (DomainHandle domain = DomainHandle.lookUp(libvirt, connection, machine)) {
                  return domain.isActive();
                }
              }));
    } catch (ProblemException failure) {
      if (failure.problem().cause() == Cause.MACHINE_GONE) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  // networks

  @Override
  public void makeNetwork(String definition) throws ProblemException {
    DefinitionNames names = DefinitionNames.of(definition);
    call(
        (libvirt, connection) -> {
          NetworkPointer there = libvirt.virNetworkLookupByName(connection, names.name());
          if (there != null) {
            libvirt.virNetworkFree(there);
            throw new ProblemException(Problem.of(Cause.ALREADY_EXISTS, names.name()));
          }
          NetworkPointer made = libvirt.virNetworkDefineXML(connection, definition);
          if (made == null) {
            throw ProblemOf.failure(libvirt, names.name());
          }
          libvirt.virNetworkSetAutostart(made, 1);
          return libvirt.virNetworkFree(made);
        });
  }

  @Override
  public void removeNetwork(String name) throws ProblemException {
    call(
        (libvirt, connection) -> {
          NetworkPointer network = libvirt.virNetworkLookupByName(connection, name);
          if (network == null) {
            return gone(libvirt, name, Cause.NETWORK_GONE);
          }
          try {
            if (libvirt.virNetworkIsActive(network) == 1
                && libvirt.virNetworkDestroy(network) < 0) {
              throw ProblemOf.failure(libvirt, name);
            }
            if (libvirt.virNetworkUndefine(network) < 0) {
              throw ProblemOf.failure(libvirt, name);
            }
            return Boolean.TRUE;
          } finally {
            libvirt.virNetworkFree(network);
          }
        });
  }

  // pools and volumes

  @Override
  public void makePool(String name, String folder) throws ProblemException {
    String definition =
        "<pool type='dir'><name>"
            + escaped(name)
            + "</name><target><path>"
            + escaped(folder)
            + "</path></target></pool>";
    call(
        (libvirt, connection) -> {
          StoragePoolPointer there = libvirt.virStoragePoolLookupByName(connection, name);
          if (there != null) {
            libvirt.virStoragePoolFree(there);
            throw new ProblemException(Problem.of(Cause.ALREADY_EXISTS, name));
          }
          StoragePoolPointer pool = libvirt.virStoragePoolDefineXML(connection, definition, 0);
          if (pool == null) {
            throw ProblemOf.failure(libvirt, name);
          }
          try {
            // the folder may be there already, which is as good
            libvirt.virStoragePoolBuild(pool, 0);
            if (libvirt.virStoragePoolCreate(pool, 0) < 0) {
              Told told = Told.last(libvirt);
              libvirt.virStoragePoolUndefine(pool);
              throw ProblemOf.failure(told, name);
            }
            libvirt.virStoragePoolSetAutostart(pool, 1);
            return Boolean.TRUE;
          } finally {
            libvirt.virStoragePoolFree(pool);
          }
        });
  }

  @Override
  public void removePool(String name) throws ProblemException {
    call(
        (libvirt, connection) -> {
          StoragePoolPointer pool = libvirt.virStoragePoolLookupByName(connection, name);
          if (pool == null) {
            return gone(libvirt, name, Cause.POOL_GONE);
          }
          try {
            libvirt.virStoragePoolDestroy(pool);
            if (libvirt.virStoragePoolUndefine(pool) < 0) {
              throw ProblemOf.failure(libvirt, name);
            }
            return Boolean.TRUE;
          } finally {
            libvirt.virStoragePoolFree(pool);
          }
        });
  }

  @Override
  public void refreshPool(String name) throws ProblemException {
    inPool(
        name,
        (libvirt, pool) -> {
          if (libvirt.virStoragePoolRefresh(pool, 0) < 0) {
            throw ProblemOf.failure(libvirt, name);
          }
          return Boolean.TRUE;
        });
  }

  @Override
  public boolean hasVolume(String pool, String name) throws ProblemException {
    return inPool(
        pool,
        (libvirt, found) -> {
          Pointer volume = libvirt.virStorageVolLookupByName(found, name);
          if (volume == null) {
            gone(libvirt, name, Cause.VOLUME_GONE);
            return false;
          }
          libvirt.virStorageVolFree(volume);
          return true;
        });
  }

  @Override
  public void makeVolume(String pool, String definition) throws ProblemException {
    DefinitionNames names = DefinitionNames.of(definition);
    inPool(
        pool,
        (libvirt, found) -> {
          Pointer volume = libvirt.virStorageVolCreateXML(found, definition, 0);
          if (volume == null) {
            throw ProblemOf.failure(libvirt, names.name());
          }
          return libvirt.virStorageVolFree(volume);
        });
  }

  @Override
  public void fillVolume(
      String pool, String name, String file, BiConsumer<ByteSize, ByteSize> progress, Cancel cancel)
      throws ProblemException {
    call(
        (libvirt, connection) -> {
          StoragePoolPointer found = libvirt.virStoragePoolLookupByName(connection, pool);
          if (found == null) {
            throw ProblemOf.failure(libvirt, pool);
          }
          Pointer volume = libvirt.virStorageVolLookupByName(found, name);
          try {
            if (volume == null) {
              throw ProblemOf.failure(libvirt, name);
            }
            return VolumeFilling.send(libvirt, connection, volume, Path.of(file), progress, cancel);
          } finally {
            if (volume != null) {
              libvirt.virStorageVolFree(volume);
            }
            libvirt.virStoragePoolFree(found);
          }
        });
  }

  @Override
  public void removeVolume(String pool, String name) throws ProblemException {
    inPool(
        pool,
        (libvirt, found) -> {
          Pointer volume = libvirt.virStorageVolLookupByName(found, name);
          if (volume == null) {
            return gone(libvirt, name, Cause.VOLUME_GONE);
          }
          try {
            if (libvirt.virStorageVolDelete(volume, 0) < 0) {
              throw ProblemOf.failure(libvirt, name);
            }
            return Boolean.TRUE;
          } finally {
            libvirt.virStorageVolFree(volume);
          }
        });
  }

  @FunctionalInterface
  private interface InPool<T> {
    T with(LibvirtExtra libvirt, StoragePoolPointer pool) throws ProblemException;
  }

  private <T> T inPool(String name, InPool<T> work) throws ProblemException {
    return call(
        (libvirt, connection) -> {
          StoragePoolPointer pool = libvirt.virStoragePoolLookupByName(connection, name);
          if (pool == null) {
            throw ProblemOf.failure(libvirt, name);
          }
          try {
            return work.with(libvirt, pool);
          } finally {
            libvirt.virStoragePoolFree(pool);
          }
        });
  }

  /** Nothing found, because there is none; anything else that kept it from being found is told. */
  private static Boolean gone(LibvirtExtra libvirt, String name, Cause cause)
      throws ProblemException {
    ProblemException failure = ProblemOf.failure(libvirt, name);
    if (failure.problem().cause() != cause) {
      throw failure;
    }
    return Boolean.FALSE;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
