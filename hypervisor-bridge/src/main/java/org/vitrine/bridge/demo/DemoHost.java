package org.vitrine.bridge.demo;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.bridge.keep.PrivateFolder;
import org.vitrine.bridge.keep.XdgFolders;
import org.vitrine.model.host.Driver;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostId;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/**
 * The host that is always there to play with. libvirt's test driver keeps all of it in the memory
 * of this process and starts afresh each time it is opened; nothing reaches the computer.
 */
public final class DemoHost {

  public static final HostId ID = new HostId("demo");

  private static final String DEFINITION = "demo.xml";

  private final XdgFolders folders;

  public DemoHost(XdgFolders folders) {
    this.folders = folders;
  }

  /**
   * What the definition has no words for: whoever opens the demo host stops and marks these once,
   * right after opening and before anyone looks.
   */
  public record FinishingTouches(
      List<String> networksToStop, List<String> poolsToStop, List<String> machinesToAutostart) {

    public FinishingTouches {
      networksToStop = List.copyOf(networksToStop);
      poolsToStop = List.copyOf(poolsToStop);
      machinesToAutostart = List.copyOf(machinesToAutostart);
    }
  }

  public static final FinishingTouches FINISHING_TOUCHES =
      new FinishingTouches(
          List.of("old-office"),
          List.of("archive"),
          List.of(
              "shop-balancer",
              "shop-web-1",
              "shop-web-2",
              "shop-db",
              "course-board",
              "nas",
              "router",
              "mail"));

  /** Whether this is a definition that {@link #write} wrote. */
  public static boolean isDemo(HostAddress address) {
    return address.driver() == Driver.TEST
        && address.path().endsWith("/vitrine-demo/" + DEFINITION);
  }

  /**
   * Writes the definition and gives the line of the host list that opens it. Blocks on the disk.
   */
  public HostEntry entry(String label) throws ProblemException {
    return new HostEntry(ID, label, write(), "", true);
  }

  /** Writes the definition where only this user can change it. Blocks on the disk. */
  public HostAddress write() throws ProblemException {
    List<Path> places = new ArrayList<>();
    folders.runtime().ifPresent(places::add);
    places.add(folders.state());
    places.add(folders.cache());
    for (Path place : places) {
      try {
        PrivateFolder.make(place);
        return writtenTo(PrivateFolder.make(place.resolve("vitrine-demo")));
      } catch (IOException notHere) {
        // a read-only home or a stale runtime folder is no reason to have no demo: try the next
      }
    }
    try {
      Path place = Files.createTempDirectory("vitrine-");
      Path folder = PrivateFolder.make(place.resolve("vitrine-demo"));
      HostAddress address = writtenTo(folder);
      // libvirt reads it at every opening, so it stays until the process ends
      folder.resolve(DEFINITION).toFile().deleteOnExit();
      return address;
    } catch (IOException nowhere) {
      throw new ProblemException(
          Problem.of(Cause.FILES_NOT_WRITABLE, DEFINITION, folders.state().toString()), nowhere);
    }
  }

  private static HostAddress writtenTo(Path folder) throws IOException {
    Path file = folder.resolve(DEFINITION);
    // made 0600; the name is its own, so that two processes do not write into one file
    Path part = Files.createTempFile(folder, DEFINITION, ".part");
    try (InputStream definition = DemoHost.class.getResourceAsStream(DEFINITION)) {
      if (definition == null) {
        throw new FileNotFoundException(DEFINITION);
      }
      // into the file that is there, which keeps its rights; a copy would bring those of the umask
      try (OutputStream out = Files.newOutputStream(part)) {
        definition.transferTo(out);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    return HostAddress.local(Driver.TEST, escaped(file));
  }

  /** libvirt takes the path out of the address and undoes the escapes. */
  private static String escaped(Path file) {
    StringBuilder path = new StringBuilder();
    for (byte b : file.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xff;
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "/._-+".indexOf(c) >= 0;
      if (plain) {
        path.append((char) c);
      } else {
        path.append('%')
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 15, 16));
      }
    }
    return path.toString();
  }
}
