package org.vitrine.model.plan;

import java.util.Optional;
import org.vitrine.model.unit.ByteSize;

/**
 * What is chosen already when the rest is suggested.
 *
 * @param imageSize how large the disk of the image is; zero where there is none
 */
public record Wish(
    Source source,
    ByteSize imageSize,
    Optional<String> machine,
    Optional<Platform.Firmware> firmware,
    Optional<Boolean> accelerated) {

  public enum Source {
    ISO,
    NETWORK_TREE,
    KERNEL,
    DISK_IMAGE,
    CLOUD_IMAGE,
    NONE
  }

  public static Wish of(Source source) {
    return new Wish(source, ByteSize.ZERO, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public Wish withImage(ByteSize size) {
    return new Wish(source, size, machine, firmware, accelerated);
  }

  public Wish withMachine(String chosen) {
    return new Wish(source, imageSize, Optional.of(chosen), firmware, accelerated);
  }

  public Wish withFirmware(Platform.Firmware chosen) {
    return new Wish(source, imageSize, machine, Optional.of(chosen), accelerated);
  }

  public Wish withAcceleration(boolean chosen) {
    return new Wish(source, imageSize, machine, firmware, Optional.of(chosen));
  }
}
