package org.vitrine.model.plan;

import java.util.Optional;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.os.Resources;
import org.vitrine.model.plan.Why.Reason;
import org.vitrine.model.unit.ByteSize;

/** How much a new machine gets. */
record Amounts(HostOffer offer, Optional<OperatingSystem> os, Wish wish) {

  /** What most systems of the last ten years install and run on. */
  static final ByteSize UNKNOWN_MEMORY = ByteSize.gib(2);

  static final ByteSize UNKNOWN_DISK = ByteSize.gib(20);

  /** A cloud image has little room of its own; it grows into what it finds. */
  static final ByteSize CLOUD_DISK = ByteSize.gib(10);

  private static final int WITH_SPARE = 4;

  Suggested<Integer> cpus() {
    int most = Math.max(1, offer.cpus());
    String name = name();
    int wanted = recommended().cpus();
    if (wanted > most) {
      return Suggested.of(most, Reason.HOST_CPUS, Why.count(most));
    }
    if (wanted < 2 && most >= WITH_SPARE && isModern()) {
      // the second keeps the guest usable while the first is busy
      return Suggested.of(2, Reason.HOST_HAS_SPARE_CPUS, Why.count(most));
    }
    return wanted > 0
        ? Suggested.of(wanted, Reason.OS_RECOMMENDS, Why.text(name), Why.count(wanted))
        : Suggested.of(1, os.isPresent() ? Reason.OS_ASKS_FOR_NONE : Reason.OS_UNKNOWN);
  }

  private boolean isModern() {
    return os.isEmpty() || Drivers.of(os.get()).q35();
  }

  Suggested<ByteSize> memory() {
    ByteSize spare = whole(offer.spareMemory());
    if (os.isEmpty()) {
      return spare.compareTo(UNKNOWN_MEMORY) >= 0 || spare.bytes() == 0
          ? Suggested.of(UNKNOWN_MEMORY, Reason.OS_UNKNOWN)
          : Suggested.of(
              atLeast(spare, ByteSize.mib(256)),
              Reason.HOST_HAS_LESS,
              Why.text(""),
              Why.size(UNKNOWN_MEMORY),
              Why.size(spare));
    }
    Suggested<ByteSize> wanted = wanted(recommended().memory(), minimum().memory(), UNKNOWN_MEMORY);
    if (spare.bytes() == 0 || wanted.value().compareTo(spare) <= 0) {
      return wanted;
    }
    ByteSize least = minimum().memory();
    if (least.compareTo(spare) >= 0) {
      return Suggested.of(least, Reason.OS_MINIMUM, Why.text(name()), Why.size(least));
    }
    return Suggested.of(
        atLeast(spare, ByteSize.mib(64)),
        Reason.HOST_HAS_LESS,
        Why.text(name()),
        Why.size(wanted.value()),
        Why.size(spare));
  }

  Suggested<ByteSize> diskSize() {
    Suggested<ByteSize> wanted =
        wish.source() == Wish.Source.CLOUD_IMAGE
            ? wanted(recommended().storage(), minimum().storage(), CLOUD_DISK)
            : wanted(recommended().storage(), minimum().storage(), UNKNOWN_DISK);
    return wish.imageSize().compareTo(wanted.value()) > 0
        ? Suggested.of(wish.imageSize(), Reason.IMAGE_NEEDS, Why.size(wish.imageSize()))
        : wanted;
  }

  private Suggested<ByteSize> wanted(ByteSize recommended, ByteSize minimum, ByteSize otherwise) {
    if (recommended.bytes() > 0) {
      return Suggested.of(
          recommended, Reason.OS_RECOMMENDS, Why.text(name()), Why.size(recommended));
    }
    if (minimum.bytes() > 0) {
      return Suggested.of(
          new ByteSize(minimum.bytes() * 2),
          Reason.OS_MINIMUM_DOUBLED,
          Why.text(name()),
          Why.size(minimum));
    }
    return Suggested.of(otherwise, Reason.OS_UNKNOWN);
  }

  private static ByteSize atLeast(ByteSize size, ByteSize least) {
    return size.compareTo(least) < 0 ? least : size;
  }

  /** Down to a quarter of a GiB, or a MiB where there is less: nobody would type 1,837 MiB. */
  private static ByteSize whole(ByteSize size) {
    long step = size.compareTo(ByteSize.mib(512)) < 0 ? 1 : 256;
    return ByteSize.mib(size.toMib() / step * step);
  }

  private Resources recommended() {
    return os.map(OperatingSystem::recommended).orElse(Resources.UNKNOWN);
  }

  private Resources minimum() {
    return os.map(OperatingSystem::minimum).orElse(Resources.UNKNOWN);
  }

  private String name() {
    return os.map(OperatingSystem::name).orElse("");
  }
}
