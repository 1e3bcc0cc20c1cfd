package org.vitrine.bridge.libvirt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.problem.ProblemException;

/** What lists of networks and of pools have in common. */
final class Things {

  private static final int MOST = 16_384;

  /** Reads one of a list; empty where it vanished in between. */
  @FunctionalInterface
  interface Reader<T> {
    Optional<T> read(Pointer thing);
  }

  private Things() {}

  static <T> List<T> list(
      LibvirtExtra libvirt,
      ToIntFunction<PointerByReference> call,
      Reader<T> reader,
      Consumer<Pointer> free)
      throws ProblemException {
    PointerByReference things = new PointerByReference();
    int count = call.applyAsInt(things);
    if (count < 0) {
      Told told = Told.last(libvirt);
      if (told.code() == Code.NO_SUPPORT) {
        // a host without such a thing has none; its facts say so
        return List.of();
      }
      throw ProblemOf.failure(told, "");
    }
    List<T> read = new ArrayList<>();
    Pointer array = things.getValue();
    if (array == null) {
      return read;
    }
    for (Pointer thing : array.getPointerArray(0, Math.min(count, MOST))) {
      try {
        reader.read(thing).ifPresent(read::add);
      } finally {
        free.accept(thing);
      }
    }
    Native.free(Pointer.nativeValue(array));
    return read;
  }
}
