package org.vitrine.bridge.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vitrine.bridge.xml.SafeXml;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.DiskPlan.Content;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.port.MachineReading;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/**
 * Which machine a disk belongs to already. Two machines that write to one disk destroy it, and a
 * base that goes on being written to destroys what lies on it.
 */
final class DiskOwners {

  private DiskOwners() {}

  /** Refuses a plan that takes another machine's disk, by whatever name. Blocks. */
  static void refuseTaken(NewMachinePlan plan, HypervisorSession session) throws ProblemException {
    List<String> wanted =
        plan.disks().stream().map(DiskPlan::content).flatMap(DiskOwners::shared).toList();
    if (wanted.isEmpty()) {
      return;
    }
    for (MachineReading machine : session.machines()) {
      for (String disk : disks(session.definitionText(machine.uuid()))) {
        Optional<String> taken = wanted.stream().filter(path -> isSame(path, disk)).findFirst();
        if (taken.isPresent()) {
          throw new ProblemException(
              Problem.of(Cause.DISK_OF_ANOTHER, taken.get(), machine.name()));
        }
      }
    }
  }

  private static java.util.stream.Stream<String> shared(Content content) {
    return switch (content) {
      case Content.Existing existing -> java.util.stream.Stream.of(existing.path());
      case Content.Device device -> java.util.stream.Stream.of(device.path());
      case Content.Overlay overlay -> java.util.stream.Stream.of(overlay.base());
      case Content.New _, Content.Copy _ -> java.util.stream.Stream.empty();
    };
  }

  /** The same file by another name is the same file, where this computer can see both. */
  private static boolean isSame(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    try {
      return Files.isSameFile(Path.of(one), Path.of(other));
    } catch (IOException | InvalidPathException notHere) {
      return false;
    }
  }

  /** What a machine writes to; CDs and floppies are read by many. */
  private static List<String> disks(String definition) {
    List<String> found = new ArrayList<>();
    try {
      XMLStreamReader xml = SafeXml.reader(definition);
      boolean disk = false;
      List<String> sources = new ArrayList<>();
      boolean readOnly = false;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          String name = xml.getLocalName();
          if (name.equals("disk")) {
            String device = xml.getAttributeValue(null, "device");
            disk = device == null || device.equals("disk") || device.equals("lun");
            sources.clear();
            readOnly = false;
          } else if (disk && name.equals("source")) {
            Optional.ofNullable(xml.getAttributeValue(null, "file")).ifPresent(sources::add);
            Optional.ofNullable(xml.getAttributeValue(null, "dev")).ifPresent(sources::add);
          } else if (disk && name.equals("readonly")) {
            readOnly = true;
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          if (xml.getLocalName().equals("disk")) {
            if (disk && !readOnly) {
              found.addAll(sources);
            }
            disk = false;
          }
        }
      }
    } catch (XMLStreamException unreadable) {
      // what was found so far counts
      return found;
    }
    return found;
  }
}
