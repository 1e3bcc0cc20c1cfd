package org.vitrine.bridge.libvirt;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.Transport;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/** What a way through ssh needs on this computer. */
final class SshClient {

  private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

  private SshClient() {}

  /** Says that ssh is missing before libvirt says something harder to read. */
  static void require(HostAddress address, Map<String, String> environment)
      throws ProblemException {
    if (address.transport() == Transport.SSH && !isInstalled(environment)) {
      throw new ProblemException(Problem.of(Cause.SSH_MISSING, address.host().orElse(""), "ssh"));
    }
  }

  private static boolean isInstalled(Map<String, String> environment) {
    for (String folder : SEPARATOR.split(environment.getOrDefault("PATH", ""), -1)) {
      try {
        if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, "ssh"))) {
          return true;
        }
      } catch (InvalidPathException odd) {
        // not a folder that can be looked into
      }
    }
    return false;
  }

  /**
   * Keeps ssh from asking on a terminal that nobody looks at. Whether a host's key is checked is
   * left as it is.
   */
  static HostAddress withoutTerminal(HostAddress address) {
    if (address.transport() != Transport.SSH || address.parameters().containsKey("no_tty")) {
      return address;
    }
    Map<String, String> parameters = new TreeMap<>(address.parameters());
    parameters.put("no_tty", "1");
    return new HostAddress(
        address.driver(),
        address.transport(),
        address.user(),
        address.host(),
        address.port(),
        address.path(),
        parameters);
  }
}
