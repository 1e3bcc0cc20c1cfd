package org.vitrine.app.create.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.create.draft.DraftPlan;
import org.vitrine.app.i18n.Amounts;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.plan.PlanCheck;
import org.vitrine.model.plan.PlanFault;
import org.vitrine.model.plan.PlanField;
import org.vitrine.model.plan.Why;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.Nic;

/** What speaks against the form as a whole, by the part of it that is at fault. */
public final class Faults {

  private final Draft draft;
  private final HostDirectory directory;
  private final InventoryStore store;
  private final ReadOnlyObjectWrapper<List<PlanFault>> faults =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Subscription watch;

  public Faults(Draft draft, HostDirectory directory, InventoryStore store) {
    this.draft = draft;
    this.directory = directory;
    this.store = store;
    draft.whenChanged(this::check);
    watch = store.listen(changed -> check());
  }

  /** In the order of the form. */
  public ReadOnlyObjectProperty<List<PlanFault>> faultsProperty() {
    return faults.getReadOnlyProperty();
  }

  /** What is wrong with one part, worst first. */
  public List<PlanFault> of(PlanField part) {
    return faults.get().stream()
        .filter(fault -> fault.field().equals(part))
        .sorted((one, other) -> one.kind().severity().compareTo(other.kind().severity()))
        .toList();
  }

  /** Why a step cannot be left; empty where it can. */
  public String refusal(Step step) {
    return faults.get().stream()
        .filter(fault -> fault.refuses() && stepOf(fault.field().part()) == step)
        .findFirst()
        .map(Faults::words)
        .orElse("");
  }

  /** The page on which a part of the form is filled in. */
  public static Step stepOf(PlanField.Part part) {
    return switch (part) {
      case OS, MEDIUM, KERNEL, BOOT_ORDER -> Step.SOURCE;
      case NAME, TITLE, NOTES -> Step.NAME;
      case MEMORY,
          CPU,
          ACCELERATION,
          MACHINE_TYPE,
          FIRMWARE,
          TPM,
          CLOCK,
          DISPLAY,
          VIDEO,
          SOUND,
          EXTRAS ->
          Step.COMPUTE;
      case DISK, DRIVE -> Step.DISK;
      case NETWORK -> Step.NETWORK;
      case SETUP -> Step.SETUP;
      case MACHINE -> Step.SUMMARY;
    };
  }

  public static String words(PlanFault fault) {
    return Words.word(
        "planFault." + fault.kind(), fault.details().stream().map(Faults::shown).toArray());
  }

  private static Object shown(Why.Detail detail) {
    return switch (detail) {
      case Why.Detail.Text(String text) -> ProblemText.shown(text);
      case Why.Detail.Size(var size) -> Amounts.exactSize(size);
      case Why.Detail.Count(int count) -> count;
    };
  }

  public void close() {
    watch.unsubscribe();
  }

  private void check() {
    List<PlanFault> now =
        draft
            .host()
            .get()
            .flatMap(directory::address)
            .flatMap(address -> DraftPlan.of(draft, address))
            .flatMap(
                plan ->
                    draft
                        .offer()
                        .get()
                        .map(
                            offer ->
                                PlanCheck.of(plan, offer, draft.source().os().get(), others())))
            .orElse(List.of());
    if (!now.equals(faults.get())) {
      faults.set(now);
    }
  }

  private PlanCheck.Others others() {
    List<String> names = new ArrayList<>();
    Map<String, String> macs = new HashMap<>();
    draft
        .host()
        .get()
        .ifPresent(
            host -> {
              for (Machine machine : store.host(host).machines().values()) {
                if (!machine.key().uuid().equals(draft.uuid())) {
                  names.add(machine.name());
                  for (Nic nic : machine.nics()) {
                    macs.put(nic.mac(), machine.name());
                  }
                }
              }
            });
    return new PlanCheck.Others(names, macs);
  }
}
