package org.vitrine.app.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/** Starts the app. Not itself the JavaFX application, so that arguments are read first. */
public final class Main {

  private static final int BAD_USAGE = 2;
  private static final int NO_DISPLAY = 1;

  private Main() {}

  public static void main(String[] arguments) {
    // before any native library is loaded: names are UTF-8 whatever the locale says
    System.setProperty("jna.encoding", "UTF-8");
    Options options = Options.parse(List.of(arguments));
    if (options.fault().isPresent()) {
      System.err.println("vitrine: " + options.fault().get());
      System.err.println(USAGE);
      System.exit(BAD_USAGE);
    } else if (options.help()) {
      System.out.println(USAGE);
    } else if (options.version()) {
      System.out.println("Vitrine " + version());
    } else if (!options.identify().isEmpty()) {
      System.exit(Identify.onThisComputer().print(options.identify(), System.out));
    } else if (prepareDisplay(options, System.getenv())) {
      System.exit(run(options));
    } else {
      System.err.println(
          "vitrine: there is no display here; --screenshot FILE makes a picture without one");
      System.exit(NO_DISPLAY);
    }
  }

  /** Hosts are reached while the toolkit wakes up: the two need nothing of each other. */
  private static int run(Options options) {
    CompletableFuture<HeadStart> ahead = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("head-start")
        .start(
            () -> {
              try {
                ahead.complete(HeadStart.begin(options));
              } catch (RuntimeException | Error broken) {
                ahead.completeExceptionally(broken);
              }
            });
    VitrineWindow window = new VitrineWindow(options, ahead);
    Platform.startup(window::open);
    return window.awaitEnd();
  }

  private static final String USAGE =
      """
      Usage: vitrine [OPTION]...
        --demo             open only the demo host; nothing on this computer is touched
        --connect URI      open this host instead of the list, may be repeated
        --screenshot FILE  write a picture of the window once the machines are listed, and end
        --tour DIR         write a picture of every screen, light and dark, and end
        --identify FILE... say what each file is: one line each for its path, system, kind, whether
                           a machine can start from it, what told, its format and its faults, and
                           an empty one behind; a folder or address of an installation tree is
                           taken too; ends with 1 where the system of any is not known
        --version          say the version, and end
        --help             say this, and end""";

  /** Chooses how to draw; false where somebody wants a window and there is nowhere to show it. */
  private static boolean prepareDisplay(Options options, Map<String, String> environment) {
    boolean display =
        !environment.getOrDefault("DISPLAY", "").isEmpty()
            || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    if (options.unattended()) {
      presume("glass.platform", "Headless");
      presume("prism.order", "sw");
    } else if (!java.nio.file.Files.isDirectory(java.nio.file.Path.of("/dev/dri"))) {
      // without a graphics card the GL library would draw in software too, slower and much larger
      presume("prism.order", "sw");
    }
    return display
        || options.unattended()
        || "Headless".equals(System.getProperty("glass.platform"));
  }

  private static void presume(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  static String version() {
    Properties build = new Properties();
    try (InputStream in = Main.class.getResourceAsStream("build.properties")) {
      build.load(in);
    } catch (IOException broken) {
      return Optional.ofNullable(broken.getMessage()).orElse("unknown");
    }
    return build.getProperty("version", "unknown");
  }
}
