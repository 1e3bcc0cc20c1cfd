package org.vitrine.bridge.libvirt;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.libvirt.LibvirtException;
import org.vitrine.bridge.event.EventLoop;
import org.vitrine.bridge.event.HostEvents;
import org.vitrine.bridge.event.Silence;
import org.vitrine.bridge.jna.LibrarySearch;
import org.vitrine.bridge.jna.NativeLibvirt;
import org.vitrine.model.host.Driver;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.Transport;
import org.vitrine.model.port.BlockingGuard;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.port.DefinitionReader;
import org.vitrine.model.port.HostListener;
import org.vitrine.model.port.Hypervisor;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/** Opens hosts through libvirt. The library is loaded at the first open, not before. */
public final class LibvirtHypervisor implements Hypervisor {

  private static final System.Logger LOG = System.getLogger(LibvirtHypervisor.class.getName());
  private static final int TRIES = 6;

  private final EventLoop loop;
  private final DefinitionReader reader;
  private final BlockingGuard guard;
  private final Map<String, String> environment;

  public LibvirtHypervisor(EventLoop loop, DefinitionReader reader, BlockingGuard guard) {
    this(loop, reader, guard, System.getenv());
  }

  LibvirtHypervisor(
      EventLoop loop,
      DefinitionReader reader,
      BlockingGuard guard,
      Map<String, String> environment) {
    this.loop = loop;
    this.reader = reader;
    this.guard = guard;
    this.environment = environment;
  }

  @Override
  public HypervisorSession open(HostAddress address, CredentialPrompt prompt, HostListener listener)
      throws ProblemException {
    guard.check();
    SshClient.require(address, environment);
    prepare();
    HostAddress way = SshClient.withoutTerminal(address);
    // a host of the test driver is a world of its own for each connection to it
    boolean shared = way.driver() == Driver.TEST;
    boolean inProcess = shared && way.transport() == Transport.LOCAL;
    // two connections, but one login
    CredentialPrompt once = shared ? prompt : new AskedOnce(prompt);
    Link monitor = link(way, once);
    Link work = null;
    Links links = null;
    HostEvents events = null;
    try {
      work = shared ? null : link(way, once);
      links = new Links(monitor, work, loop, listener);
      links.watch();
      HostEvents listening =
          monitor.call(
              (libvirt, connection) -> new HostEvents(libvirt, connection, loop, listener));
      events = listening;
      listen(monitor, listening, way.isRemote());
      return new LibvirtSession(
          links,
          listening,
          new FactsReader(way, KvmDevice.ofThisComputer()),
          new LibvirtSession.Surroundings(
              way.driver(),
              new MachineSources(inProcess, ProcessStarts.at(way, environment)),
              reader,
              guard));
    } catch (ProblemException | RuntimeException failure) {
      letGo(monitor, work, links, events);
      throw failure;
    }
  }

  private static void listen(Link monitor, HostEvents events, boolean isFar)
      throws ProblemException {
    monitor.call(
        (libvirt, connection) -> {
          events.listenFirst();
          return Boolean.TRUE;
        });
    if (isFar) {
      Thread.ofPlatform().daemon().name("libvirt-listen").start(() -> listenToAll(monitor, events));
    } else {
      listenToAll(monitor, events);
    }
  }

  private static void listenToAll(Link monitor, HostEvents events) {
    try {
      monitor.call(
          (libvirt, connection) -> {
            events.listenToAll();
            return Boolean.TRUE;
          });
    } catch (ProblemException gone) {
      // closed meanwhile: there is nothing to listen to any more
      LOG.log(System.Logger.Level.DEBUG, "Nothing more is listened to", gone);
    }
  }

  private static void letGo(
      Link monitor, @Nullable Link work, @Nullable Links links, @Nullable HostEvents events) {
    if (links != null) {
      links.release(events == null ? () -> {} : events::stop);
      return;
    }
    monitor.release();
    if (work != null) {
      work.release();
    }
  }

  private void prepare() throws ProblemException {
    LibrarySearch.prepare();
    try {
      Objects.requireNonNull(NativeLibvirt.LIBVIRT);
      Silence.install();
      loop.ensureRunning();
    } catch (LinkageError missing) {
      throw new ProblemException(
          new Problem(Cause.LIBRARY_MISSING, "", "", new Problem.Raw(0, 0, text(missing))),
          missing);
    } catch (Exception failure) {
      throw new ProblemException(
          new Problem(Cause.UNEXPECTED, "", "", new Problem.Raw(0, 0, text(failure))), failure);
    }
  }

  private static String text(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  /**
   * Where ssh ends at once, libvirt's event thread may read its last words before the opening
   * thread does, and then nobody tells them: that is worth another try.
   */
  private static Link link(HostAddress address, CredentialPrompt prompt) throws ProblemException {
    for (int left = TRIES; ; left--) {
      PromptingAuth auth = new PromptingAuth(prompt);
      try {
        return new Link(address.uri(), auth);
      } catch (LibvirtException failure) {
        // on the same thread still, where libvirt keeps more than the exception carries
        Told told = Told.last(NativeLibvirt.LIBVIRT);
        if (left <= 1 || !isWordless(told, address)) {
          throw new ProblemException(refusal(told, address, auth), failure);
        }
      }
    }
  }

  private static boolean isWordless(Told told, HostAddress address) {
    boolean closed = told.code() == Code.INTERNAL_ERROR;
    // writing to an ssh that has ended already; what it said was not read
    boolean piped = told.code() == Code.SYSTEM_ERROR && told.number() == Errno.EPIPE;
    return address.transport() == Transport.SSH
        && told.domain() == Code.FROM_RPC
        && (closed || piped);
  }

  private static Problem refusal(Told told, HostAddress address, PromptingAuth auth) {
    Problem problem = ProblemOf.opening(told, address);
    return auth.isCancelled()
        ? new Problem(Cause.AUTHENTICATION_CANCELLED, problem.subject(), "", problem.raw())
        : problem;
  }
}
