package org.vitrine.app.app;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.app.connection.HostFormViewModel;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.bridge.demo.DemoHost;
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
  private final Options options;

  FirstHosts(XdgFolders folders, Options options) {
    this.folders = folders;
    this.options = options;
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
      directory.add(thisComputer("session", "/session"), false);
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
