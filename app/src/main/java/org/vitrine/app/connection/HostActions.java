package org.vitrine.app.connection;

import java.util.List;
import java.util.UUID;
import org.vitrine.app.dialog.Dialogs;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.model.host.HostId;

/** Adding, changing and removing hosts. */
public final class HostActions {

  private final Dialogs dialogs;
  private final HostDirectory directory;

  public HostActions(Dialogs dialogs, HostDirectory directory) {
    this.dialogs = dialogs;
    this.directory = directory;
  }

  public void add() {
    open(newForm());
  }

  /** An empty form, for a host that is not in the list yet. */
  public HostFormViewModel newForm() {
    return new HostFormViewModel(new HostId(UUID.randomUUID().toString()));
  }

  /** Shows a form that adds a host. */
  public void open(HostFormViewModel form) {
    new HostForm(dialogs.layers(), directory, form, true).open();
  }

  public void edit(HostId host) {
    directory
        .find(host)
        .ifPresent(
            listed ->
                new HostForm(
                        dialogs.layers(), directory, HostFormViewModel.of(listed.entry()), false)
                    .open());
  }

  /** Only the line in the list goes; the machines stay where they are. */
  public void remove(HostId host) {
    String label = directory.label(host);
    dialogs.confirm(
        Words.word("host.remove.title", label),
        Words.word("host.remove.text"),
        List.of(label),
        Words.word("host.remove.verb"),
        () -> directory.remove(host));
  }
}
