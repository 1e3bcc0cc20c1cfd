package org.vitrine.app.i18n;

import java.time.Duration;
import java.time.Instant;
import org.vitrine.model.host.HostState;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;

/** How the way to a host stands, in a few words. */
public final class HostWords {

  private HostWords() {}

  public static String of(HostState state, Instant now) {
    return switch (state) {
      case HostState.Connected() -> Words.word("host.connected");
      case HostState.Disconnected() -> Words.word("host.disconnected");
      case HostState.Connecting(int attempt) -> Words.word("host.connecting");
      case HostState.Silent(Instant since) -> Words.word("host.silent");
      case HostState.Lost(Problem problem, Instant nextTry) ->
          Words.word(
              wasThere(problem) ? "host.lost" : "host.unreached",
              Amounts.duration(Duration.between(now, nextTry)));
      case HostState.Refused(Problem problem) -> Words.word("host.refused");
    };
  }

  /** What was never there cannot be lost. */
  private static boolean wasThere(Problem problem) {
    return problem.cause() == Cause.CONNECTION_LOST || problem.cause() == Cause.HOST_SILENT;
  }
}
