package org.vitrine.app.app;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.app.connection.HostFormViewModel;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.HostDirectory.Listed;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.bridge.demo.DemoHost;
import org.vitrine.bridge.keep.HostBook;
import org.vitrine.bridge.keep.Notice;
import org.vitrine.bridge.keep.ThisComputer;
import org.vitrine.bridge.keep.XdgFolders;
import org.vitrine.model.host.AddressParser;
import org.vitrine.model.host.Driver;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostId;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/** Which hosts stand in the list when the window opens. */
final class FirstHosts {

  private final XdgFolders folders;
  private final Keeping keeping;
  private final Options options;
  private final List<Notice> notices = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Listed> hosts = new ArrayList<>();

  FirstHosts(XdgFolders folders, Keeping keeping, Options options) {
    this.folders = folders;
    this.keeping = keeping;
    this.options = options;
  }

  /** What the user should hear of the file that the list is kept in. */
  List<Notice> notices() {
    return List.copyOf(notices);
  }

  /** What could not be used. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Reads and makes the list. Blocks on the disk for a moment. */
  List<Listed> read() {
    if (!options.connect().isEmpty()) {
      for (int i = 0; i < options.connect().size(); i++) {
        addGiven(options.connect().get(i), i);
      }
    }
    if (options.demo()) {
      addDemo(true);
    }
    if (options.connect().isEmpty() && !options.demo()) {
      addThisComputer();
      HostBook.Reading book = keeping.hosts();
      notices.addAll(book.notices());
      book.hosts().forEach(host -> hosts.add(new Listed(host, true)));
      addDemo(false);
    }
    return List.copyOf(hosts);
  }

  private void addGiven(String text, int index) {
    switch (AddressParser.parse(text)) {
      case AddressParser.Result.Accepted accepted -> {
        HostAddress address = accepted.address();
        String label = HostFormViewModel.suggestedLabel(address);
        hosts.add(
            new Listed(
                new HostEntry(new HostId("given-" + index), label, address, "", true), false));
      }
      case AddressParser.Result.Refused(AddressParser.Fault fault, String part) ->
          problems.add(
              Problem.of(
                  Cause.ADDRESS_REFUSED,
                  "",
                  Words.naming("address." + fault, ProblemText.shown(part))));
    }
  }

  /** As root there is no session of one's own: that address leads to the system's machines. */
  private void addThisComputer() {
    if (!ThisComputer.isRoot()) {
      hosts.add(new Listed(thisComputer("session", "/session"), false));
    }
    if (ThisComputer.isRoot() || ThisComputer.maySeeSystem()) {
      hosts.add(new Listed(thisComputer("system", "/system"), false));
    }
  }

  private static HostEntry thisComputer(String id, String path) {
    HostAddress address = HostAddress.local(Driver.QEMU, path);
    return new HostEntry(
        new HostId(id), HostFormViewModel.suggestedLabel(address), address, "", true);
  }

  private void addDemo(boolean autoconnect) {
    try {
      HostEntry entry = new DemoHost(folders).entry(Words.word("host.demo"));
      hosts.add(
          new Listed(
              new HostEntry(entry.id(), entry.label(), entry.address(), entry.group(), autoconnect),
              false));
    } catch (ProblemException noPlace) {
      problems.add(noPlace.problem());
    }
  }
}
