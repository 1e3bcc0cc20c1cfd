package org.vitrine.bridge.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vitrine.bridge.keep.Notice.Kind;
import org.vitrine.model.host.AddressParser;
import org.vitrine.model.host.AddressParser.Fault;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostId;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/** The user's hosts, in their order. A password is never written; an address cannot hold one. */
public final class HostBook {

  private static final int MOST = 1_000;
  private static final String HOST = "host.";

  private final java.nio.file.Path path;
  private final KeptFile file;
  private Map<String, String> unknown = Map.of();

  public HostBook(XdgFolders folders) {
    path = folders.config().resolve("hosts");
    file = new KeptFile(path, "hosts", 1);
  }

  /** The hosts that could be read. */
  public record Reading(List<HostEntry> hosts, List<Notice> notices) {
    public Reading {
      hosts = List.copyOf(hosts);
      notices = List.copyOf(notices);
    }
  }

  /** Blocks on the disk. */
  public Reading load() {
    KeptFile.Reading reading = file.read();
    Map<String, String> left = new TreeMap<>(reading.values());
    List<Notice> notices = new ArrayList<>(reading.notices());
    List<HostEntry> hosts = new ArrayList<>();
    for (int n = 0; n < MOST; n++) {
      String at = HOST + n + ".";
      String address = left.remove(at + "address");
      String id = left.remove(at + "id");
      if (address == null) {
        break;
      }
      String label = taken(left, at + "label");
      String group = taken(left, at + "group");
      boolean autoconnect = taken(left, at + "autoconnect").equals("true");
      AddressParser.Result result = AddressParser.parse(address);
      if (result instanceof AddressParser.Result.Accepted accepted) {
        hosts.add(
            new HostEntry(
                new HostId(id == null || id.isEmpty() ? "host-" + n : id),
                label,
                accepted.address(),
                group,
                autoconnect));
      } else if (result instanceof AddressParser.Result.Refused refused) {
        notices.add(new Notice(Kind.ENTRY_REFUSED, path, label, path));
        // it may come from a newer version, so it is kept; unless it holds a password
        if (refused.fault() != Fault.PASSWORD_IN_ADDRESS) {
          left.put("refused." + n, address);
        }
      }
    }
    unknown = left;
    return new Reading(hosts, notices);
  }

  private static String taken(Map<String, String> values, String key) {
    String value = values.remove(key);
    return value == null ? "" : value;
  }

  /** Blocks until it is on the disk. */
  public void save(List<HostEntry> hosts) throws ProblemException {
    Map<String, String> values = new TreeMap<>(unknown);
    int n = 0;
    for (HostEntry host : hosts) {
      HostAddress address = host.address();
      if (AddressParser.check(address) instanceof AddressParser.Result.Refused) {
        throw new ProblemException(Problem.of(Cause.ADDRESS_REFUSED, host.label()));
      }
      String at = HOST + n++ + ".";
      values.put(at + "id", host.id().value());
      values.put(at + "label", host.label());
      values.put(at + "address", address.uri());
      values.put(at + "group", host.group());
      values.put(at + "autoconnect", Boolean.toString(host.autoconnect()));
    }
    file.write(values);
  }
}
