package org.vitrine.bridge.jna;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where native libraries lie. */
public final class LibrarySearch {

  private static final String FOLDERS = "jna.platform.library.path";

  private LibrarySearch() {}

  /**
   * Tells JNA, which would otherwise start a process of its own ({@code ldconfig}) at every start
   * of the app to find out. Must come before JNA is touched; what the user set stays.
   */
  public static void prepare() {
    if (System.getProperty(FOLDERS) != null || !"Linux".equals(System.getProperty("os.name"))) {
      return;
    }
    String machine = System.getProperty("os.arch").replace("amd64", "x86_64");
    String folders =
        Stream.of("/usr/local/lib", "/usr/lib/" + machine + "-linux-gnu", "/usr/lib64", "/usr/lib")
            .filter(folder -> Files.isDirectory(Path.of(folder)))
            .collect(Collectors.joining(File.pathSeparator));
    System.setProperty(FOLDERS, folders);
  }
}
