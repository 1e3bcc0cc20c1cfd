package org.vitrine.bridge.work;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vitrine.model.operation.Account;
import org.vitrine.model.operation.Deed;
import org.vitrine.model.operation.Hands;
import org.vitrine.model.operation.Journal;
import org.vitrine.model.operation.Trace;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.port.ImageTool;
import org.vitrine.model.port.MachineReading;
import org.vitrine.model.port.MediaMaker;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.Action;

/** Does deeds on a host and on this computer's files. */
final class HostHands implements Hands {

  /** Asks the host something; blocks until it answered. */
  interface Host {
    String address();

    <T> T ask(Question<T> question) throws ProblemException;
  }

  @FunctionalInterface
  interface Question<T> {
    T to(HypervisorSession session) throws ProblemException;
  }

  /** Written before a thing is made under a name that was free: from then on it is ours. */
  private static final String WAS_FREE = "was free";

  private static final String WAS_THERE = "was there";

  private final Host host;
  private final ImageTool images;
  private final MediaMaker media;
  private final Journal settlements;

  HostHands(Host host, ImageTool images, MediaMaker media, Journal settlements) {
    this.host = host;
    this.images = images;
    this.media = media;
    this.settlements = settlements;
  }

  @Override
  public void act(Deed deed, Trace before, Way way) throws ProblemException {
    switch (deed) {
      case Deed.MakeNetwork network -> makeNetwork(network, before, way);
      case Deed.StartNetwork(String name) -> startNetwork(name);
      case Deed.MakePool(String name, String folder) -> makePool(name, folder, before, way);
      case Deed.MakeFolder(String path) -> way.made(LocalFiles.makeFolder(LocalFiles.path(path)));
      case Deed.MakeImage image ->
          makeFile(image.path(), image.part(), before, way, () -> make(image, way));
      case Deed.MakeVolume volume -> makeVolume(volume, before, way);
      case Deed.CopyOut copy ->
          makeFile(
              copy.path(),
              copy.part(),
              before,
              way,
              () -> media.copyOut(copy.origin(), copy.part()));
      case Deed.FillVolume fill -> fillVolume(fill, way);
      case Deed.MakeMedium medium ->
          makeFile(
              medium.subject(),
              medium.part(),
              before,
              way,
              () -> media.make(medium.setup(), medium.part()));
      case Deed.Define define -> define(define, before, way);
      case Deed.Settle settle -> settle(settle);
      case Deed.Start(UUID machine, String _) -> start(machine);
    }
  }

  private void startNetwork(String name) throws ProblemException {
    host.ask(
        session -> {
          session.startNetwork(name);
          return true;
        });
  }

  private void makeNetwork(Deed.MakeNetwork deed, Trace before, Way way) throws ProblemException {
    boolean there =
        host.ask(
            session ->
                session.networks().stream().anyMatch(known -> known.name().equals(deed.name())));
    if (there) {
      if (!before.made().equals(WAS_FREE)) {
        // somebody made it since it was found missing, which is as good
        way.made(WAS_THERE);
      }
      return;
    }
    way.made(WAS_FREE);
    host.ask(
        session -> {
          session.workshop().makeNetwork(deed.definition());
          return true;
        });
  }

  private void makePool(String name, String folder, Trace before, Way way) throws ProblemException {
    boolean there =
        host.ask(session -> session.pools().stream().anyMatch(known -> known.name().equals(name)));
    if (there) {
      if (!before.made().equals(WAS_FREE)) {
        way.made(WAS_THERE);
      }
      return;
    }
    way.made(WAS_FREE);
    host.ask(
        session -> {
          session.workshop().makePool(name, folder);
          return true;
        });
  }

  private void makeVolume(Deed.MakeVolume deed, Trace before, Way way) throws ProblemException {
    boolean there = host.ask(session -> session.workshop().hasVolume(deed.pool(), deed.name()));
    if (there) {
      if (!before.made().equals(WAS_FREE)) {
        throw new ProblemException(Problem.of(Cause.ALREADY_EXISTS, deed.name()));
      }
      // begun by an earlier attempt and perhaps never finished
      host.ask(
          session -> {
            session.workshop().removeVolume(deed.pool(), deed.name());
            return true;
          });
    }
    way.made(WAS_FREE);
    try {
      host.ask(
          session -> {
            session.workshop().makeVolume(deed.pool(), deed.definition());
            return true;
          });
    } catch (ProblemException failure) {
      if (failure.problem().cause() == Cause.ALREADY_EXISTS) {
        // somebody else took the name in between: it is not ours to delete
        way.made(WAS_THERE);
      }
      throw failure;
    }
  }

  private void fillVolume(Deed.FillVolume deed, Way way) throws ProblemException {
    Path part = LocalFiles.path(deed.part());
    LocalFiles.makeFolder(java.util.Objects.requireNonNull(part.getParent()));
    LocalFiles.delete(part);
    images.copy(
        deed.part(),
        deed.format(),
        new ImageTool.Source(deed.source(), deed.sourceFormat()),
        deed.size(),
        way::progress,
        way.cancel());
    host.ask(
        session -> {
          session
              .workshop()
              .fillVolume(deed.pool(), deed.name(), deed.part(), way::progress, way.cancel());
          return true;
        });
    LocalFiles.delete(part);
  }

  @FunctionalInterface
  private interface Making {
    void run() throws ProblemException;
  }

  private static void makeFile(String name, String partName, Trace before, Way way, Making making)
      throws ProblemException {
    Path path = LocalFiles.path(name);
    Path part = LocalFiles.path(partName);
    if (!before.made().isEmpty() && LocalFiles.is(path, before.made())) {
      // an earlier attempt came to an end but for its last word
      LocalFiles.delete(part);
      return;
    }
    LocalFiles.refuseTaken(path);
    LocalFiles.delete(part);
    making.run();
    way.made(LocalFiles.identity(part));
    LocalFiles.publish(part, path);
  }

  private void make(Deed.MakeImage image, Way way) throws ProblemException {
    switch (image.kind()) {
      case EMPTY ->
          images.create(
              image.part(), image.format(), image.allocation(), image.size(), way.cancel());
      case OVERLAY ->
          images.overlay(
              image.part(), image.source(), image.sourceFormat(), image.size(), way.cancel());
      case COPY ->
          images.copy(
              image.part(),
              image.format(),
              new ImageTool.Source(image.source(), image.sourceFormat()),
              image.size(),
              way::progress,
              way.cancel());
    }
  }

  private void define(Deed.Define deed, Trace before, Way way) throws ProblemException {
    Optional<Boolean> there = host.ask(session -> session.workshop().runs(deed.machine()));
    if (there.isPresent()) {
      if (!before.made().equals(WAS_FREE)) {
        throw new ProblemException(Problem.of(Cause.UUID_TAKEN, deed.name()));
      }
      return;
    }
    way.made(WAS_FREE);
    host.ask(session -> session.workshop().define(deed.definition()));
  }

  private void settle(Deed.Settle deed) throws ProblemException {
    if (settlement(deed.machine()).isEmpty()) {
      settlements.open(new Account(Settlements.KIND, deed.name(), host.address(), List.of(deed)));
    }
  }

  private Optional<Journal.Left> settlement(UUID machine) {
    return settlements.left().stream()
        .filter(
            left ->
                left.account().deeds().stream()
                    .anyMatch(
                        deed ->
                            deed instanceof Deed.Settle settle && settle.machine().equals(machine)))
        .findFirst();
  }

  private void start(UUID machine) throws ProblemException {
    host.ask(
        session -> {
          if (!session.workshop().runs(machine).orElse(false)) {
            session.perform(machine, Action.START);
          }
          return true;
        });
  }

  @Override
  public void undo(Deed deed, Trace trace) throws ProblemException {
    switch (deed) {
      case Deed.MakeNetwork(String name, String _) -> {
        if (trace.made().equals(WAS_FREE) && !isUsed(name)) {
          host.ask(
              session -> {
                session.workshop().removeNetwork(name);
                return true;
              });
        }
      }
      case Deed.StartNetwork _ -> {
        // left running: to stop it would cut off whoever has come to use it since
      }
      case Deed.MakePool(String name, String _) -> {
        if (trace.made().equals(WAS_FREE)) {
          host.ask(
              session -> {
                session.workshop().removePool(name);
                return true;
              });
        }
      }
      case Deed.MakeFolder(String path) -> {
        if (!trace.made().isEmpty()) {
          LocalFiles.removeFolders(LocalFiles.path(path), LocalFiles.path(trace.made()));
        }
      }
      case Deed.MakeImage image -> removeFile(image.path(), image.part(), trace);
      case Deed.MakeVolume(String pool, String name, String _) -> {
        if (trace.made().equals(WAS_FREE)) {
          host.ask(
              session -> {
                session.workshop().removeVolume(pool, name);
                return true;
              });
        }
      }
      case Deed.CopyOut copy -> removeFile(copy.path(), copy.part(), trace);
      case Deed.FillVolume fill -> LocalFiles.delete(LocalFiles.path(fill.part()));
      case Deed.MakeMedium medium -> removeFile(medium.subject(), medium.part(), trace);
      case Deed.Define define -> {
        if (trace.made().equals(WAS_FREE)) {
          forget(define.machine());
        }
      }
      case Deed.Settle settle -> {
        Optional<Journal.Left> left = settlement(settle.machine());
        if (left.isPresent()) {
          settlements.takeUp(left.get()).end();
        }
      }
      case Deed.Start(UUID machine, String _) -> forceOff(machine);
    }
  }

  private boolean isUsed(String network) throws ProblemException {
    return host.ask(
        session -> {
          for (MachineReading machine : session.machines()) {
            if (session.definition(machine.uuid()).nics().stream()
                .anyMatch(nic -> nic.network().equals(network))) {
              return true;
            }
          }
          return false;
        });
  }

  private static void removeFile(String name, String part, Trace trace) throws ProblemException {
    LocalFiles.delete(LocalFiles.path(part));
    Path path = LocalFiles.path(name);
    if (!trace.made().isEmpty() && LocalFiles.is(path, trace.made())) {
      LocalFiles.delete(path);
    }
  }

  private void forceOff(UUID machine) throws ProblemException {
    host.ask(
        session -> {
          if (session.workshop().runs(machine).orElse(false)) {
            session.perform(machine, Action.FORCE_OFF);
          }
          return true;
        });
  }

  private void forget(UUID machine) throws ProblemException {
    forceOff(machine);
    host.ask(
        session -> {
          session.workshop().undefine(machine);
          return true;
        });
  }
}
