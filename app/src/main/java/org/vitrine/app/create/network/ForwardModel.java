package org.vitrine.app.create.network;

import java.util.List;
import java.util.Optional;
import org.vitrine.app.create.draft.ForwardDraft;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.plan.NicPlan.Forward;
import org.vitrine.model.unit.Cidr;

/** What is wrong with forwarded ports, and what they come to. */
final class ForwardModel {

  private static final int MOST = 65_535;

  /** Below it only root may listen, as systems come. */
  private static final int FIRST_FREE = 1024;

  private static final String EVERY_ADDRESS = "0.0.0.0";

  private ForwardModel() {}

  /** Empty while something of it is missing or cannot be. */
  static Optional<Forward> of(ForwardDraft draft) {
    int hostPort = port(draft.hostPort().get());
    int guestPort = port(draft.guestPort().get());
    String address = draft.address().get().strip();
    return hostPort < 1 || guestPort < 1 || Cidr.address(address).isEmpty()
        ? Optional.empty()
        : Optional.of(new Forward(draft.protocol().get(), address, hostPort, guestPort));
  }

  private static int port(String typed) {
    String text = typed.strip();
    int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    return port > MOST ? 0 : port;
  }

  /** What is wrong with one of them; empty where nothing is. */
  static String fault(ForwardDraft draft, List<ForwardDraft> all) {
    for (String typed : List.of(draft.hostPort().get(), draft.guestPort().get())) {
      if (typed.isBlank()) {
        return Words.word("forward.noPort");
      }
      if (port(typed) < 1) {
        return Words.word("forward.badPort", ProblemText.shown(typed.strip()));
      }
    }
    if (Cidr.address(draft.address().get().strip()).isEmpty()) {
      return Words.word("forward.badAddress", ProblemText.shown(draft.address().get().strip()));
    }
    boolean twice = all.stream().anyMatch(other -> other != draft && isSame(draft, other));
    return twice ? Words.word("forward.twice", draft.hostPort().get().strip()) : "";
  }

  private static boolean isSame(ForwardDraft one, ForwardDraft other) {
    String address = one.address().get().strip();
    String others = other.address().get().strip();
    return one.protocol().get() == other.protocol().get()
        && port(one.hostPort().get()) == port(other.hostPort().get())
        && (address.equals(others)
            || address.equals(EVERY_ADDRESS)
            || others.equals(EVERY_ADDRESS));
  }

  /** What one should know of it. */
  static String caution(ForwardDraft draft) {
    int port = port(draft.hostPort().get());
    if (port > 0 && port < FIRST_FREE) {
      return Words.word("forward.privileged", Integer.toString(port));
    }
    return draft.address().get().strip().equals(EVERY_ADDRESS)
        ? Words.word("forward.everybody")
        : "";
  }
}
