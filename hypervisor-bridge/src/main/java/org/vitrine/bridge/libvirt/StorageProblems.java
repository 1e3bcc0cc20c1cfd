package org.vitrine.bridge.libvirt;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.bridge.libvirt.ProblemOf.Found;
import org.vitrine.model.problem.Cause;

/** What can be wrong with disks, pools and volumes. */
final class StorageProblems {

  private StorageProblems() {}

  static Optional<Found> of(Told told) {
    return Optional.ofNullable(
        switch (told.code()) {
          case Code.NO_STORAGE_POOL, Code.INVALID_STORAGE_POOL ->
              Found.about(Cause.POOL_GONE, Words.of(told).quoted());
          case Code.NO_STORAGE_VOL, Code.INVALID_STORAGE_VOL ->
              Found.of(Cause.VOLUME_GONE, Words.of(told).quoted());
          case Code.STORAGE_VOL_EXIST -> Found.of(Cause.ALREADY_EXISTS, Words.of(told).quoted());
          case Code.STORAGE_PROBE_FAILED -> Found.of(Cause.DISK_DAMAGED, Words.of(told).quoted());
          case Code.OPERATION_INVALID ->
              told.domain() == Code.FROM_STORAGE ? pool(Words.of(told)) : null;
          case Code.SYSTEM_ERROR -> system(told);
          // QEMU's own words are all that an internal error of its driver holds
          case Code.INTERNAL_ERROR, Code.OPERATION_FAILED -> process(Words.of(told));
          default -> null;
        });
  }

  private static Found pool(Words words) {
    return words.say("not active")
        ? Found.about(Cause.POOL_INACTIVE, words.quoted())
        : Found.of(Cause.NOT_IN_THIS_STATE);
  }

  private static @Nullable Found system(Told told) {
    Words words = Words.of(told);
    boolean file =
        told.domain() == Code.FROM_STORAGE
            || words.sayAny("storage file", "failed to open file", "failed to create file");
    return switch (told.number()) {
      case Errno.ENOSPC, Errno.EDQUOT, Errno.EFBIG -> Found.of(Cause.NO_SPACE, words.quoted());
      case Errno.ENOENT, Errno.ENOTDIR ->
          file ? Found.of(Cause.DISK_MISSING, words.quoted()) : null;
      case Errno.EACCES, Errno.EPERM ->
          file ? Found.of(Cause.DISK_NOT_PERMITTED, words.quoted()) : null;
      case Errno.ETXTBSY -> Found.of(Cause.DISK_IN_USE, words.quoted());
      case Errno.EIO -> file ? Found.of(Cause.DISK_DAMAGED, words.quoted()) : null;
      case Errno.EROFS -> Found.of(Cause.FILES_NOT_WRITABLE, words.quoted());
      default -> null;
    };
  }

  private static @Nullable Found process(Words words) {
    if (words.sayAny(
        "failed to get \"write\" lock", "shared \"write\" lock", "another process using")) {
      return Found.of(Cause.DISK_IN_USE, words.quoted());
    }
    if (words.say("could not open '")) {
      if (words.say("permission denied")) {
        return Found.of(Cause.DISK_NOT_PERMITTED, words.quoted());
      }
      if (words.say("no such file")) {
        return Found.of(Cause.DISK_MISSING, words.quoted());
      }
    }
    if (words.sayAny(
        "image is not in",
        "image is corrupt",
        "is corrupt; cannot be opened",
        "not a valid image")) {
      return Found.of(Cause.DISK_DAMAGED, words.quoted());
    }
    if (words.say("no space left on device")) {
      return Found.of(Cause.NO_SPACE, words.quoted());
    }
    return null;
  }
}
