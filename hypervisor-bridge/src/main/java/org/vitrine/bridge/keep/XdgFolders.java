package org.vitrine.bridge.keep;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the desktop wants an app's files. Only names: nothing is made or looked at here.
 *
 * @param runtime for locks and the like, gone after the session; not every session has one
 */
public record XdgFolders(Path config, Path state, Path data, Path cache, Optional<Path> runtime) {

  private static final String OURS = "vitrine";

  /** As this process's environment has it. */
  public static XdgFolders ofThisProcess() {
    return of(System.getenv(), Path.of(System.getProperty("user.home", "/")));
  }

  /** What is empty or not absolute counts as not set, as the XDG specification asks. */
  public static XdgFolders of(Map<String, String> environment, Path home) {
    return new XdgFolders(
        under(environment.get("XDG_CONFIG_HOME")).orElse(home.resolve(".config")).resolve(OURS),
        under(environment.get("XDG_STATE_HOME")).orElse(home.resolve(".local/state")).resolve(OURS),
        under(environment.get("XDG_DATA_HOME")).orElse(home.resolve(".local/share")).resolve(OURS),
        under(environment.get("XDG_CACHE_HOME")).orElse(home.resolve(".cache")).resolve(OURS),
        under(environment.get("XDG_RUNTIME_DIR")).map(folder -> folder.resolve(OURS)));
  }

  private static Optional<Path> under(@Nullable String value) {
    if (value == null || value.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path path = Path.of(value);
      return path.isAbsolute() ? Optional.of(path.normalize()) : Optional.empty();
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }
}
