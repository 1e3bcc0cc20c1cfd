package org.vitrine.app.app;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.app.connection.HostFormViewModel;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.HostDirectory;
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

  FirstHosts(XdgFolders folders, Keeping keeping, Options options) {
    this.folders = folders;
    this.keeping = keeping;
    this.options = options;
  }

  /** What the user should hear of the file that the list is kept in. */
  List<Notice> notices() {
    return List.copyOf(notices);
  }

  /** Fills the list; what could not be used comes back as problems. */
  List<Problem> fill(HostDirectory directory) {
    List<Problem> problems = new ArrayList<>();
    if (!options.connect().isEmpty()) {
      for (int i = 0; i < options.connect().size(); i++) {
        addGiven(directory, options.connect().get(i), i, problems);
      }
    }
    if (options.demo()) {
      addDemo(directory, true, problems);
    }
    if (options.connect().isEmpty() && !options.demo()) {
      addThisComputer(directory);
      HostBook.Reading book = keeping.hosts();
      notices.addAll(book.notices());
      book.hosts().forEach(host -> directory.addKept(host));
      addDemo(directory, false, problems);
    }
    return problems;
  }

  private static void addGiven(
      HostDirectory directory, String text, int index, List<Problem> problems) {
    switch (AddressParser.parse(text)) {
      case AddressParser.Result.Accepted accepted -> {
        HostAddress address = accepted.address();
        String label = HostFormViewModel.suggestedLabel(address);
        directory.add(new HostEntry(new HostId("given-" + index), label, address, "", true), false);
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
  private static void addThisComputer(HostDirectory directory) {
    if (!ThisComputer.isRoot()) {
      directory.add(thisComputer("session", "/session"), false);
    }
    if (ThisComputer.isRoot() || ThisComputer.maySeeSystem()) {
      directory.add(thisComputer("system", "/system"), false);
    }
  }

  private static HostEntry thisComputer(String id, String path) {
    HostAddress address = HostAddress.local(Driver.QEMU, path);
    return new HostEntry(
        new HostId(id), HostFormViewModel.suggestedLabel(address), address, "", true);
  }

  private void addDemo(HostDirectory directory, boolean autoconnect, List<Problem> problems) {
    try {
      HostEntry entry = new DemoHost(folders).entry(Words.word("host.demo"));
      directory.add(
          new HostEntry(entry.id(), entry.label(), entry.address(), entry.group(), autoconnect),
          false);
    } catch (ProblemException noPlace) {
      problems.add(noPlace.problem());
    }
  }
}
