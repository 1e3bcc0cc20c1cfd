package org.vitrine.bridge.media;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vitrine.bridge.keep.KeptFile;
import org.vitrine.model.media.MediumVerdict;
import org.vitrine.model.problem.ProblemException;

/** Remembers what checks of files came to, the latest ones. */
final class VerdictMemory {

  static final int MOST = 200;
  private static final int FIELDS = 7;
  private static final String BETWEEN = "\t";

  private final KeptFile file;

  VerdictMemory(Path file) {
    this.file = new KeptFile(file, "checked media", 1);
  }

  synchronized Optional<MediumVerdict> find(FileIdentity identity) {
    return Optional.ofNullable(file.read().values().get(identity.key()))
        .flatMap(VerdictMemory::read);
  }

  synchronized void keep(FileIdentity identity, MediumVerdict verdict) throws ProblemException {
    Map<String, String> values = new TreeMap<>(file.read().values());
    values.put(identity.key(), written(verdict));
    if (values.size() > MOST) {
      values.entrySet().stream()
          .sorted(
              Comparator.comparing(
                  entry -> read(entry.getValue()).map(MediumVerdict::at).orElse(Instant.MIN)))
          .limit(values.size() - (long) MOST)
          .map(Map.Entry::getKey)
          .toList()
          .forEach(values::remove);
    }
    file.write(values);
  }

  private static String written(MediumVerdict verdict) {
    return String.join(
        BETWEEN,
        List.of(
            verdict.sum().name(),
            verdict.signature().name(),
            verdict.algorithm(),
            verdict.computed(),
            verdict.list().replace('\t', ' '),
            verdict.signer().replace('\t', ' '),
            verdict.at().toString()));
  }

  private static Optional<MediumVerdict> read(String text) {
    String[] fields = text.split(BETWEEN, -1);
    if (fields.length != FIELDS) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new MediumVerdict(
              MediumVerdict.Sum.valueOf(fields[0]),
              MediumVerdict.Signature.valueOf(fields[1]),
              fields[2],
              fields[3],
              fields[4],
              fields[5],
              Instant.parse(fields[6])));
    } catch (IllegalArgumentException | DateTimeException edited) {
      return Optional.empty();
    }
  }
}
