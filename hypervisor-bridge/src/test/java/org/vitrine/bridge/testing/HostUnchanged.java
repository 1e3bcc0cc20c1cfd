package org.vitrine.bridge.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Holds that a test which feeds bad input has changed nothing: no definition, no file, no setting.
 *
 * <pre>{@code
 * @RegisterExtension
 * final HostUnchanged unchanged = HostUnchanged.watch().host(uri).folder(pool).folder(settings);
 * }</pre>
 *
 * <p>A host whose test driver reads a file is new for each connection, so it can only be watched
 * through a daemon; files, settings and real hosts need nothing of the kind.
 */
public final class HostUnchanged implements BeforeEachCallback, AfterEachCallback {

  private static final int LONGEST = 300;

  private final List<HostPicture> hosts = new ArrayList<>();
  private final List<Path> folders = new ArrayList<>();
  private @Nullable Map<String, String> before;

  private HostUnchanged() {}

  public static HostUnchanged watch() {
    return new HostUnchanged();
  }

  public HostUnchanged host(String uri) {
    return host(HostPicture.of(uri));
  }

  public HostUnchanged host(HostPicture picture) {
    hosts.add(picture);
    return this;
  }

  /** A folder and all in it; one that is missing must stay missing. */
  public HostUnchanged folder(Path folder) {
    folders.add(folder);
    return this;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    before();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    check();
  }

  /** Notes how things stand; for a test that must prepare something first. */
  public void before() {
    before = picture();
  }

  /** Throws where something came, went or changed since {@link #before}. */
  public void check() {
    Map<String, String> then = before;
    if (then == null) {
      throw new IllegalStateException("nothing was noted before");
    }
    List<String> changes = changes(then, picture());
    if (!changes.isEmpty()) {
      throw new AssertionError(
          "the host was to stay as it was, but\n  " + String.join("\n  ", changes));
    }
  }

  private Map<String, String> picture() {
    Map<String, String> all = new TreeMap<>();
    int n = 0;
    for (HostPicture host : hosts) {
      String prefix = hosts.size() > 1 ? "host " + n++ + ": " : "";
      host.take().forEach((key, value) -> all.put(prefix + key, value));
    }
    for (Path folder : folders) {
      FolderState.of(folder)
          .forEach((name, state) -> all.put("file " + folder.resolve(name), state));
    }
    return all;
  }

  private static List<String> changes(Map<String, String> before, Map<String, String> after) {
    List<String> changes = new ArrayList<>();
    before.forEach(
        (key, value) -> {
          String now = after.get(key);
          if (now == null) {
            changes.add(key + " is gone");
          } else if (!now.equals(value)) {
            changes.add(key + " changed:\n    " + cut(value) + "\n    -> " + cut(now));
          }
        });
    after.forEach(
        (key, value) -> {
          if (!before.containsKey(key)) {
            changes.add(key + " is new: " + cut(value));
          }
        });
    return changes;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
