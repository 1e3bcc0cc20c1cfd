package org.vitrine.bridge.media;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vitrine.bridge.os.MediaRules;
import org.vitrine.bridge.os.OsinfoCatalogue;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.MediaReading.Fault;
import org.vitrine.model.os.MediaReading.KernelOnMedia;
import org.vitrine.model.os.MediaReading.Kind;
import org.vitrine.model.port.MediaInspector;
import org.vitrine.model.unit.ByteSize;

/** Looks at files, folders and addresses with readers of its own; nothing is run for it. */
public final class FileMediaInspector implements MediaInspector {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int START = 4096;
  private static final int SECTOR = 512;

  private static final Set<String> RAW_NAMES =
      Set.of("", "img", "raw", "bin", "dd", "ima", "vfd", "flp");
  private static final Set<String> DISK_NAMES =
      Set.of("qcow2", "qcow", "vmdk", "vdi", "vhd", "vpc", "vhdx", "qed", "hdd", "luks");

  private final OsinfoCatalogue catalogue;
  private final TreeReader trees;
  private final CloudNames names;

  public FileMediaInspector(OsinfoCatalogue catalogue) {
    this.catalogue = catalogue;
    this.trees = new TreeReader(catalogue);
    this.names = new CloudNames(catalogue);
  }

  @Override
  public MediaReading inspect(String location) {
    if (WebTree.isAddress(location)) {
      return address(location);
    }
    try {
      return file(location, Path.of(location));
    } catch (InvalidPathException notAPath) {
      return fault(location, Fault.MISSING);
    }
  }

  private MediaReading address(String location) {
    Optional<WebTree> tree = WebTree.at(location, PATIENCE);
    if (tree.isEmpty()) {
      return fault(location, Fault.NOT_READABLE);
    }
    Optional<TreeReader.Found> found = trees.read(tree.get(), tree.get().root().getPath());
    if (found.isEmpty()) {
      return fault(location, tree.get().answered() ? Fault.NOT_AN_IMAGE : Fault.NOT_READABLE);
    }
    return tree(location, found.get());
  }

  private static MediaReading tree(String location, TreeReader.Found found) {
    return new MediaReading(
        location,
        Kind.INSTALL_TREE,
        found.os(),
        found.kernel().isPresent(),
        false,
        found.label(),
        ByteSize.ZERO,
        found.decided(),
        "",
        found.kernel(),
        List.of());
  }

  private MediaReading file(String location, Path file) {
    try {
      if (Files.isDirectory(file)) {
        return trees
            .read(new TreeFiles.Folder(file), file.toAbsolutePath().toString())
            .map(found -> tree(location, found))
            .orElseGet(() -> fault(location, Fault.IS_FOLDER));
      }
      if (!Files.isRegularFile(file) && Files.exists(file) && !isBlockDevice(file)) {
        // reading from a pipe or a terminal would wait for somebody
        return fault(location, Fault.NOT_AN_IMAGE);
      }
      try (Window window = Window.of(file)) {
        return content(location, file, window);
      }
    } catch (NoSuchFileException missing) {
      return fault(location, Fault.MISSING);
    } catch (AccessDeniedException denied) {
      return fault(location, Fault.NOT_READABLE);
    } catch (IOException unreadable) {
      return fault(location, Fault.NOT_READABLE);
    }
  }

  private static boolean isBlockDevice(Path file) throws IOException {
    int mode = (Integer) Files.getAttribute(file, "unix:mode");
    return (mode & 0xf000) == 0x6000;
  }

  private MediaReading content(String location, Path file, Window window) throws IOException {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString();
    String extension = extension(name);
    if (window.size() == 0) {
      return fault(location, Fault.EMPTY);
    }
    Bytes start = window.at(0, START);
    Optional<IsoReader> iso = IsoReader.read(window);
    if (iso.isPresent()) {
      return iso(location, window, iso.get(), extension);
    }
    Optional<String> other = NoImage.format(start);
    boolean knownDisk = ImageReader.isMarked(window, start);
    if (!knownDisk && other.isPresent()) {
      return noImage(location, other.get(), extension, window);
    }
    boolean rawByName = RAW_NAMES.contains(extension) && window.size() % SECTOR == 0;
    if (!knownDisk && !RawDisk.isOne(start) && !rawByName) {
      return unknown(location, extension, window);
    }
    return disk(location, name, extension, ImageReader.read(window, start));
  }

  private MediaReading iso(String location, Window window, IsoReader iso, String extension) {
    List<MediaRules.Match> matches = catalogue.media().iso(iso.labels());
    Optional<MediaRules.Match> match = matches.stream().findFirst();
    EnumSet<Fault> faults = EnumSet.noneOf(Fault.class);
    if (DISK_NAMES.contains(extension)) {
      faults.add(Fault.NOT_WHAT_ITS_NAME_SAYS);
    }
    if (window.size() < iso.labels().volumeSize()) {
      faults.add(Fault.TRUNCATED);
    }
    if (!iso.bootable()) {
      faults.add(Fault.NOT_BOOTABLE);
    }
    Optional<KernelOnMedia> kernel =
        match
            .filter(one -> !one.kernel().isEmpty() && !one.initrd().isEmpty())
            .map(one -> new KernelOnMedia(one.kernel(), one.initrd()));
    return new MediaReading(
        location,
        Kind.ISO,
        match.map(MediaRules.Match::os),
        iso.bootable(),
        match.map(MediaRules.Match::live).orElse(false),
        iso.shownVolume(),
        new ByteSize(window.size()),
        match.map(one -> decided(one, iso)).orElse("volume-id=" + iso.shownVolume()),
        "iso",
        kernel,
        List.copyOf(faults));
  }

  private static String decided(MediaRules.Match match, IsoReader iso) {
    return switch (match.decided()) {
      case SYSTEM -> "system-id=" + shown(iso.labels().system());
      case PUBLISHER -> "publisher-id=" + shown(iso.labels().publisher());
      case APPLICATION -> "application-id=" + shown(iso.labels().application());
      case VOLUME_SIZE -> "volume-size=" + iso.labels().volumeSize();
      case VOLUME, TREEINFO, SUITE -> "volume-id=" + shown(iso.labels().volume());
    };
  }

  private static String shown(Optional<String> label) {
    return Labels.shown(label.orElse(""));
  }

  private MediaReading disk(String location, String name, String extension, ImageFacts facts) {
    CloudNames.Told told = names.of(name);
    EnumSet<Fault> faults = EnumSet.noneOf(Fault.class);
    faults.addAll(facts.faults());
    boolean named = DISK_NAMES.contains(extension) || extension.equals("iso");
    if (named && !NoImage.fits(extension, facts.format())) {
      faults.add(Fault.NOT_WHAT_ITS_NAME_SAYS);
    }
    boolean sound = facts.faults().isEmpty();
    return new MediaReading(
        location,
        told.cloud() ? Kind.CLOUD_IMAGE : Kind.DISK_IMAGE,
        told.os(),
        facts.bootable() || (sound && told.os().isPresent()),
        false,
        "",
        new ByteSize(facts.size()),
        sound && told.os().isPresent() ? told.decided() : facts.decided(),
        facts.format(),
        Optional.empty(),
        worstFirst(faults));
  }

  /** What could harm comes before what only fails. */
  private static List<Fault> worstFirst(Set<Fault> faults) {
    List<Fault> order =
        List.of(
            Fault.REFERS_TO_OTHERS,
            Fault.ENCRYPTED,
            Fault.TOO_SHORT,
            Fault.CORRUPT,
            Fault.TOO_NEW,
            Fault.NOT_WHAT_ITS_NAME_SAYS);
    return order.stream().filter(faults::contains).toList();
  }

  private static MediaReading noImage(
      String location, String format, String extension, Window window) {
    boolean appliance = format.equals("ova");
    boolean promised = extension.equals("iso") || DISK_NAMES.contains(extension);
    List<Fault> faults =
        promised
            ? List.of(Fault.NOT_WHAT_ITS_NAME_SAYS, Fault.NOT_AN_IMAGE)
            : List.of(Fault.NOT_AN_IMAGE);
    return new MediaReading(
        location,
        appliance ? Kind.APPLIANCE : Kind.UNKNOWN,
        Optional.empty(),
        false,
        false,
        "",
        new ByteSize(window.size()),
        "header=" + format,
        format,
        Optional.empty(),
        appliance ? List.of() : faults);
  }

  /** Nothing is known of its start: what its name promises is not there. */
  private static MediaReading unknown(String location, String extension, Window window) {
    boolean promised = extension.equals("iso") || DISK_NAMES.contains(extension);
    boolean brief = extension.equals("iso") && window.size() < IsoReader.DESCRIPTORS + 2048;
    Fault fault =
        brief ? Fault.TOO_SHORT : promised ? Fault.NOT_WHAT_ITS_NAME_SAYS : Fault.NOT_AN_IMAGE;
    return new MediaReading(
        location,
        Kind.UNKNOWN,
        Optional.empty(),
        false,
        false,
        "",
        new ByteSize(window.size()),
        "",
        "",
        Optional.empty(),
        fault == Fault.NOT_AN_IMAGE ? List.of(fault) : List.of(fault, Fault.NOT_AN_IMAGE));
  }

  private static MediaReading fault(String location, Fault fault) {
    return new MediaReading(
        location,
        Kind.UNKNOWN,
        Optional.empty(),
        false,
        false,
        "",
        ByteSize.ZERO,
        "",
        "",
        Optional.empty(),
        List.of(fault));
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
