package org.vitrine.bridge.libvirt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.StoragePoolPointer;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.storage.StoragePool;
import org.vitrine.model.unit.ByteSize;

/**
 * Where a host keeps the disks of new machines.
 *
 * @param pool the active pool whose folder it is
 * @param writable whether this process may make files there that the machines can then use
 */
record ImageFolder(
    String path, Optional<String> pool, boolean writable, ByteSize free, ByteSize promised) {

  /** The name that every tool of libvirt's gives to the first pool. */
  private static final String DEFAULT_POOL = "default";

  private static final int INFO_SIZE = 24;
  private static final int CAPACITY_AT = 8;
  private static final int ALLOCATION_AT = 16;
  private static final int MOST_VOLUMES = 16_384;

  /**
   * @param usual the folder where there is no default pool
   * @param isHere whether the host's files are this computer's
   * @param ownOnly whether only files of this process's user are of use to the machines
   */
  static ImageFolder find(
      LibvirtExtra libvirt,
      ConnectionPointer connection,
      String usual,
      boolean isHere,
      boolean ownOnly)
      throws ProblemException {
    List<StoragePool> pools =
        Pools.read(libvirt, connection).stream()
            .filter(pool -> pool.active() && pool.type().equals("dir"))
            .toList();
    Optional<StoragePool> pool =
        pools.stream()
            .filter(one -> one.name().equals(DEFAULT_POOL))
            .findFirst()
            .or(() -> pools.stream().filter(one -> one.path().equals(usual)).findFirst())
            .or(() -> isHere ? Optional.empty() : pools.stream().findFirst());
    String path = pool.map(StoragePool::path).orElse(usual);
    ByteSize free = isHere ? freeHere(path) : ByteSize.ZERO;
    if (free.bytes() == 0) {
      free = pool.map(StoragePool::free).orElse(ByteSize.ZERO);
    }
    return new ImageFolder(
        path,
        pool.map(StoragePool::name),
        isHere && isWritable(path, ownOnly),
        free,
        pool.isPresent()
            ? promised(libvirt, connection, pool.get().name(), isHere)
            : ByteSize.ZERO);
  }

  private static ByteSize freeHere(String path) {
    try {
      Optional<Path> there = existing(path);
      return there.isEmpty()
          ? ByteSize.ZERO
          : new ByteSize(Math.max(0, Files.getFileStore(there.get()).getUsableSpace()));
    } catch (IOException unknown) {
      return ByteSize.ZERO;
    }
  }

  /** A folder that is not there yet is made by whoever may write beside it. */
  private static boolean isWritable(String path, boolean ownOnly) {
    try {
      Optional<Path> there = existing(path);
      return there.isPresent()
          && Files.isWritable(there.get())
          && (!ownOnly
              || Files.getOwner(there.get()).getName().equals(System.getProperty("user.name", "")));
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }

  /** The folder, or the nearest above that exists. */
  private static Optional<Path> existing(String path) {
    try {
      Path folder = Path.of(path);
      while (folder != null && !Files.exists(folder)) {
        folder = folder.getParent();
      }
      return Optional.ofNullable(folder).filter(Files::isDirectory);
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  /** What growing disks there may still take. */
  private static ByteSize promised(
      LibvirtExtra libvirt, ConnectionPointer connection, String name, boolean isHere) {
    StoragePoolPointer pool = libvirt.virStoragePoolLookupByName(connection, name);
    if (pool == null) {
      libvirt.virResetLastError();
      return ByteSize.ZERO;
    }
    try {
      if (!isHere) {
        // the host's own figures are as old as its last look
        libvirt.virStoragePoolRefresh(pool, 0);
      }
      PointerByReference volumes = new PointerByReference();
      int count = libvirt.virStoragePoolListAllVolumes(pool, volumes, 0);
      libvirt.virResetLastError();
      return count <= 0 ? ByteSize.ZERO : promised(libvirt, volumes.getValue(), count);
    } finally {
      libvirt.virStoragePoolFree(pool);
    }
  }

  private static ByteSize promised(LibvirtExtra libvirt, Pointer volumes, int count) {
    long sum = 0;
    byte[] info = new byte[INFO_SIZE];
    for (Pointer volume : volumes.getPointerArray(0, Math.min(count, MOST_VOLUMES))) {
      if (libvirt.virStorageVolGetInfo(volume, info) == 0) {
        ByteBuffer told = ByteBuffer.wrap(info).order(ByteOrder.nativeOrder());
        long open = told.getLong(CAPACITY_AT) - told.getLong(ALLOCATION_AT);
        // one disk of 8 EiB is promised more than can be counted
        sum = open > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + Math.max(0, open);
      }
      libvirt.virStorageVolFree(volume);
    }
    libvirt.virResetLastError();
    Native.free(Pointer.nativeValue(volumes));
    return new ByteSize(sum);
  }
}
