package org.vitrine.app.connection;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.host.AddressParser;
import org.vitrine.model.host.Driver;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostId;
import org.vitrine.model.host.HostNames;
import org.vitrine.model.host.Transport;

/** The form of a host: a kind with its fields, or an address typed by hand; always checked. */
public final class HostFormViewModel {

  /** The kinds that are offered; anything else goes by address. */
  public enum Kind {
    THIS_SESSION(Driver.QEMU, Transport.LOCAL, "/session"),
    THIS_SYSTEM(Driver.QEMU, Transport.LOCAL, "/system"),
    SSH(Driver.QEMU, Transport.SSH, "/system"),
    SSH_SESSION(Driver.QEMU, Transport.SSH, "/session"),
    TLS(Driver.QEMU, Transport.TLS, "/system"),
    LXC(Driver.LXC, Transport.LOCAL, "/system"),
    XEN(Driver.XEN, Transport.LOCAL, "/system"),
    BY_ADDRESS(Driver.QEMU, Transport.LOCAL, "");

    private final Driver driver;
    private final Transport transport;
    private final String path;

    Kind(Driver driver, Transport transport, String path) {
      this.driver = driver;
      this.transport = transport;
      this.path = path;
    }

    public boolean isRemote() {
      return transport.isRemote();
    }
  }

  private final HostId id;
  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.SSH);
  private final StringProperty label = new SimpleStringProperty("");
  private final StringProperty user = new SimpleStringProperty("");
  private final StringProperty host = new SimpleStringProperty("");
  private final StringProperty port = new SimpleStringProperty("");
  private final StringProperty typed = new SimpleStringProperty("");
  private final StringProperty group = new SimpleStringProperty("");
  private final BooleanProperty autoconnect = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<AddressParser.Result> result =
      new ReadOnlyObjectWrapper<>(new AddressParser.Result.Refused(AddressParser.Fault.EMPTY, ""));

  public HostFormViewModel(HostId id) {
    this.id = id;
    kind.subscribe(value -> check());
    user.subscribe(value -> check());
    host.subscribe(value -> check());
    port.subscribe(value -> check());
    typed.subscribe(value -> check());
  }

  /** Fills the form from a host that is in the list already. */
  public static HostFormViewModel of(HostEntry entry) {
    HostFormViewModel form = new HostFormViewModel(entry.id());
    form.label.set(entry.label());
    form.group.set(entry.group());
    form.autoconnect.set(entry.autoconnect());
    form.typed.set(entry.address().uri());
    form.kind.set(kindOf(entry.address()));
    form.user.set(entry.address().user().orElse(""));
    form.host.set(entry.address().host().orElse(""));
    OptionalInt port = entry.address().port();
    form.port.set(port.isPresent() ? String.valueOf(port.getAsInt()) : "");
    return form;
  }

  private static Kind kindOf(HostAddress address) {
    for (Kind kind : Kind.values()) {
      if (kind != Kind.BY_ADDRESS
          && kind.driver == address.driver()
          && kind.transport == address.transport()
          && kind.path.equals(address.path())
          && address.parameters().isEmpty()) {
        return kind;
      }
    }
    return Kind.BY_ADDRESS;
  }

  public ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  public StringProperty labelProperty() {
    return label;
  }

  public StringProperty userProperty() {
    return user;
  }

  public StringProperty hostProperty() {
    return host;
  }

  public StringProperty portProperty() {
    return port;
  }

  public StringProperty typedProperty() {
    return typed;
  }

  public StringProperty groupProperty() {
    return group;
  }

  public BooleanProperty autoconnectProperty() {
    return autoconnect;
  }

  /** What came of the fields as they stand. */
  public ReadOnlyObjectProperty<AddressParser.Result> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** The address in sight while the fields are filled in. */
  public String addressText() {
    return switch (result.get()) {
      case AddressParser.Result.Accepted accepted -> accepted.address().uri();
      case AddressParser.Result.Refused refused -> "";
    };
  }

  /** The reason under the fields; empty when all is well or nothing was typed yet. */
  public String message() {
    if (result.get()
        instanceof AddressParser.Result.Refused(AddressParser.Fault fault, String part)) {
      boolean untouched =
          kind.get() == Kind.BY_ADDRESS
              ? typed.get().isBlank()
              : host.get().isBlank() && user.get().isBlank() && port.get().isBlank();
      return untouched ? "" : Words.naming("address." + fault, ProblemText.shown(part));
    }
    return "";
  }

  /** What deserves a warning although it is taken. */
  public String caution() {
    if (result.get() instanceof AddressParser.Result.Accepted accepted) {
      return String.join(
          " ",
          accepted.cautions().stream().sorted().map(each -> Words.word("caution", each)).toList());
    }
    return "";
  }

  public Optional<HostAddress> address() {
    return result.get() instanceof AddressParser.Result.Accepted accepted
        ? Optional.of(accepted.address())
        : Optional.empty();
  }

  public Optional<HostEntry> entry() {
    return address()
        .map(
            to -> {
              String name = label.get().isBlank() ? suggestedLabel(to) : label.get().strip();
              return new HostEntry(id, name, to, group.get().strip(), autoconnect.get());
            });
  }

  /** What the host is called when the user gives no name. */
  public static String suggestedLabel(HostAddress address) {
    return address
        .host()
        .orElseGet(
            () ->
                Words.word(
                    switch (address.path()) {
                      case "/session" -> "host.this.session";
                      case "/system" -> "host.this.system";
                      default -> "host.this.other";
                    },
                    address.driver().scheme()));
  }

  private void check() {
    Kind chosen = kind.get();
    result.set(chosen == Kind.BY_ADDRESS ? AddressParser.parse(typed.get()) : fromFields(chosen));
  }

  /** The fields are checked one by one first: a slash in the host must not become a path. */
  private AddressParser.Result fromFields(Kind chosen) {
    if (!chosen.isRemote()) {
      return new AddressParser.Result.Accepted(
          HostAddress.local(chosen.driver, chosen.path), java.util.Set.of());
    }
    String who = user.get().strip();
    String where = host.get().strip();
    String number = port.get().strip();
    if (where.isEmpty()) {
      return new AddressParser.Result.Refused(AddressParser.Fault.HOST_NEEDED, "");
    }
    if (!who.isEmpty() && !HostNames.isUser(who)) {
      return new AddressParser.Result.Refused(AddressParser.Fault.BAD_USER, who);
    }
    if (!HostNames.isHost(where) && !HostNames.isIpv6(where)) {
      return new AddressParser.Result.Refused(AddressParser.Fault.BAD_HOST, where);
    }
    OptionalInt checked = number.isEmpty() ? OptionalInt.empty() : HostNames.portNumber(number);
    if (!number.isEmpty() && checked.isEmpty()) {
      return new AddressParser.Result.Refused(AddressParser.Fault.BAD_PORT, number);
    }
    HostAddress address =
        new HostAddress(
            chosen.driver,
            chosen.transport,
            who.isEmpty() ? Optional.empty() : Optional.of(who),
            Optional.of(where),
            checked,
            chosen.path,
            Map.of());
    return AddressParser.parse(address.uri());
  }
}
