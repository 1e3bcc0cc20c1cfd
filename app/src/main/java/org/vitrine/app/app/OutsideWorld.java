package org.vitrine.app.app;

import java.util.List;
import java.util.Optional;
import org.vitrine.app.create.PlanExplainer;
import org.vitrine.bridge.xml.PlanXml;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.port.OsCatalogue;
import org.vitrine.model.unit.ByteSize;

/** What the wizard asks beyond the hosts, as this computer has it. */
final class OutsideWorld {

  private OutsideWorld() {}

  static Composition.Outside ofThisComputer() {
    return new Composition.Outside(
        new NothingKnown(), OutsideWorld::notLookedAt, new PlanExplainer(new PlanXml()));
  }

  private static MediaReading notLookedAt(String location) {
    return new MediaReading(
        location,
        MediaReading.Kind.UNKNOWN,
        Optional.empty(),
        false,
        false,
        "",
        ByteSize.ZERO,
        "",
        "",
        Optional.empty(),
        List.of());
  }

  /** The catalogue of a computer that has none installed. */
  private static final class NothingKnown implements OsCatalogue {
    @Override
    public List<OperatingSystem> all() {
      return List.of();
    }

    @Override
    public Optional<OperatingSystem> find(String id) {
      return Optional.empty();
    }

    @Override
    public List<OperatingSystem> search(String typed, boolean endedToo) {
      return List.of();
    }

    @Override
    public Optional<OperatingSystem> guess(String machineName) {
      return Optional.empty();
    }
  }
}
