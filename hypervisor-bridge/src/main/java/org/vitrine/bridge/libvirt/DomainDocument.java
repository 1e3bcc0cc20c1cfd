package org.vitrine.bridge.libvirt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vitrine.bridge.xml.SafeXml;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.DisplayPlan;
import org.vitrine.model.plan.Platform;

/** What a hypervisor can give a machine of one type, by its domain capabilities. */
record DomainDocument(
    Set<Platform.Firmware> firmware,
    boolean tpm,
    Set<DiskPlan.Bus> buses,
    Set<DisplayPlan.Video> videos,
    Set<Platform.Cpu> cpus) {

  static final DomainDocument NONE =
      new DomainDocument(
          Set.of(Platform.Firmware.BIOS), false, Set.of(), Set.of(), Set.of(Platform.Cpu.DEFAULT));

  private static final int MOST_VALUES = 5000;

  DomainDocument {
    firmware = Set.copyOf(firmware);
    buses = Set.copyOf(buses);
    videos = Set.copyOf(videos);
    cpus = Set.copyOf(cpus);
  }

  /** As far as it can be read. */
  static DomainDocument read(String text) {
    Set<String> said = new HashSet<>();
    try {
      collect(SafeXml.reader(text), said);
    } catch (XMLStreamException unreadable) {
      // what was read up to here is still so
    }
    return of(said);
  }

  /** Paths with the names in them, as {@code devices/disk/bus=virtio}. */
  private static void collect(XMLStreamReader xml, Set<String> said) throws XMLStreamException {
    Deque<String> path = new ArrayDeque<>();
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          String name = xml.getLocalName();
          boolean named = name.equals("enum") || name.equals("mode");
          path.addLast(named ? value(xml, "name") : name);
          if (value(xml, "supported").equals("yes")) {
            add(said, path, "supported");
          }
        }
        case XMLStreamConstants.END_ELEMENT -> path.pollLast();
        case XMLStreamConstants.CHARACTERS -> {
          if ("value".equals(path.peekLast())) {
            path.pollLast();
            add(said, path, xml.getText().strip());
            path.addLast("value");
          }
        }
        default -> {
          // comments and the like
        }
      }
    }
  }

  private static void add(Set<String> said, Deque<String> path, String value) {
    if (said.size() < MOST_VALUES) {
      said.add(String.join("/", path) + "=" + value);
    }
  }

  private static String value(XMLStreamReader xml, String name) {
    return Optional.ofNullable(xml.getAttributeValue(null, name)).orElse("");
  }

  private static DomainDocument of(Set<String> said) {
    Set<Platform.Firmware> firmware = EnumSet.of(Platform.Firmware.BIOS);
    if (said.contains("domainCapabilities/os/firmware=efi")) {
      firmware.add(Platform.Firmware.UEFI);
      if (said.contains("domainCapabilities/os/loader/secure=yes")) {
        firmware.add(Platform.Firmware.UEFI_SECURE);
      }
    }
    String devices = "domainCapabilities/devices/";
    Set<DiskPlan.Bus> buses = EnumSet.noneOf(DiskPlan.Bus.class);
    for (DiskPlan.Bus bus : DiskPlan.Bus.values()) {
      if (said.contains(devices + "disk/bus=" + word(bus))) {
        buses.add(bus);
      }
    }
    Set<DisplayPlan.Video> videos = EnumSet.noneOf(DisplayPlan.Video.class);
    for (DisplayPlan.Video video : DisplayPlan.Video.values()) {
      if (said.contains(devices + "video/modelType=" + word(video))) {
        videos.add(video);
      }
    }
    Set<Platform.Cpu> cpus = EnumSet.of(Platform.Cpu.DEFAULT);
    for (Platform.Cpu cpu : Platform.Cpu.values()) {
      if (said.contains("domainCapabilities/cpu/" + word(cpu) + "=supported")) {
        cpus.add(cpu);
      }
    }
    return new DomainDocument(
        firmware, said.contains(devices + "tpm/backendModel=emulator"), buses, videos, cpus);
  }

  /** libvirt calls them as we do, but for the dash. */
  private static String word(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
