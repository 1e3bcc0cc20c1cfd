package org.vitrine.model.port;

import java.util.List;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.Labels;
import org.vitrine.model.vm.Nic;

/** What a machine's definition says, as far as a list needs it. */
public record DefinitionReading(
    Labels labels, String operatingSystem, int cpus, ByteSize memory, List<Nic> nics) {

  public DefinitionReading {
    nics = List.copyOf(nics);
  }
}
