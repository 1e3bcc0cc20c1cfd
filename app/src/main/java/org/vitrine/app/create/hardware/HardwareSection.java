package org.vitrine.app.create.hardware;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.create.draft.DisplayDraft;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.create.draft.Field;
import org.vitrine.app.create.page.FieldRow;
import org.vitrine.app.create.page.Form;
import org.vitrine.app.create.page.MoreOptions;
import org.vitrine.app.create.page.Spotlight;
import org.vitrine.app.create.page.WhyMark;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.plan.DisplayPlan;
import org.vitrine.model.plan.Extras;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.plan.Platform;

/**
 * Screen, firmware and devices, each with the reason for its value; what the host cannot give is
 * left out of the lists, and a line says what it would take.
 */
public final class HardwareSection {

  /** The kinds of computer that people choose between; a host lists many versions of each. */
  private static final List<String> MACHINES = List.of("q35", "pc");

  private final Draft draft;
  private final DisplayDraft display;
  private final Spotlight spotlight;

  private HardwareSection(Draft draft, Spotlight spotlight) {
    this.draft = draft;
    this.spotlight = spotlight;
    display = draft.display();
  }

  /** Folded away until it is asked for. */
  public static Node of(Draft draft, Spotlight spotlight) {
    HardwareSection section = new HardwareSection(draft, spotlight);
    return new MoreOptions("hardware-more", Words.word("hardware.more"), section::rows);
  }

  private Node rows() {
    return new VBox(
        12,
        choice(
            "hardware.firmware",
            Part.FIRMWARE,
            display.firmware(),
            firmware -> Words.word("firmware", firmware),
            offer -> of(Platform.Firmware.values(), offer.firmware(), Platform.Firmware.BIOS)),
        absent(HardwareSection::absentFirmware),
        check("hardware.tpm", display.tpm(), Part.TPM),
        absent(offer -> offer.tpm() ? "" : Words.word("hardware.noTpm")),
        choice(
            "hardware.machine",
            Part.MACHINE_TYPE,
            display.machine(),
            HardwareSection::machine,
            offer -> MACHINES.stream().filter(offer.machines()::contains).toList()),
        choice(
            "hardware.graphics",
            Part.DISPLAY,
            display.graphics(),
            graphics -> Words.word("graphics", graphics),
            offer -> List.of(DisplayPlan.Graphics.values())),
        choice(
            "hardware.video",
            Part.VIDEO,
            display.video(),
            video -> Words.word("video", video),
            offer -> of(DisplayPlan.Video.values(), offer.videos(), DisplayPlan.Video.NONE)),
        choice(
            "hardware.clock",
            Part.CLOCK,
            display.clock(),
            clock -> Words.word("clock", clock),
            offer -> List.of(Platform.Clock.values())),
        choice(
            "hardware.sound",
            Part.SOUND,
            display.sound(),
            sound -> Words.word("sound", sound),
            offer -> List.of(Extras.Sound.values())),
        check("hardware.tablet", display.tablet(), Part.EXTRAS),
        check("hardware.usb", display.usb3(), Part.EXTRAS),
        check("hardware.agent", display.agent(), Part.EXTRAS),
        check("hardware.random", display.random(), Part.EXTRAS),
        check("hardware.balloon", display.balloon(), Part.EXTRAS),
        check("hardware.serial", display.serial(), Part.EXTRAS));
  }

  private static String machine(String name) {
    return switch (name) {
      case "q35" -> Words.word("machineType.newer");
      case "pc" -> Words.word("machineType.older");
      default -> name;
    };
  }

  private static <E> List<E> of(E[] all, Collection<E> offered, E always) {
    return List.of(all).stream()
        .filter(each -> each.equals(always) || offered.contains(each))
        .toList();
  }

  private static String absentFirmware(HostOffer offer) {
    if (!offer.firmware().contains(Platform.Firmware.UEFI)) {
      return Words.word("hardware.noUefi");
    }
    return offer.firmware().contains(Platform.Firmware.UEFI_SECURE)
        ? ""
        : Words.word("hardware.noSecureBoot");
  }

  private <T> FieldRow choice(
      String key,
      Part part,
      Field<T> field,
      Function<T, String> words,
      Function<HostOffer, List<T>> offered) {
    ComboBox<T> combo = new ComboBox<>();
    combo.setId(key.replace('.', '-'));
    combo.setCellFactory(list -> new WordCell<>(words));
    combo.setButtonCell(new WordCell<>(words));
    draft
        .offer()
        .valueProperty()
        .subscribe(offer -> fill(combo, field, offer.map(offered).orElse(List.of())));
    field.valueProperty().subscribe(value -> fill(combo, field, combo.getItems()));
    combo.setOnAction(
        event -> {
          T chosen = combo.getValue();
          if (chosen != null && !chosen.equals(field.get())) {
            field.choose(chosen);
          }
        });
    return new FieldRow(Words.word(key), combo).why(field).tell(spotlight, Form.part(part));
  }

  /**
   * What is set now is in the list even where the host does not offer it: one must be able to see
   * it.
   */
  private static <T> void fill(ComboBox<T> combo, Field<T> field, List<T> offered) {
    T now = field.get();
    List<T> items = new ArrayList<>(offered);
    if (!items.contains(now)) {
      items.add(now);
    }
    if (!combo.getItems().equals(items)) {
      combo.getItems().setAll(items);
    }
    combo.setValue(now);
  }

  private Node check(String key, Field<Boolean> field, Part part) {
    String words = Words.word(key);
    CheckBox box = Form.check(key.replace('.', '-'), words, field);
    HBox line = new HBox(2, box, new WhyMark(field, words));
    line.setAlignment(Pos.CENTER_LEFT);
    box.focusedProperty()
        .subscribe(
            focused -> {
              if (focused) {
                spotlight.controlProperty().set(java.util.Optional.of(Form.part(part).get()));
              }
            });
    return line;
  }

  private Label absent(Function<HostOffer, String> reason) {
    Label label = Form.line("quiet-text");
    draft
        .offer()
        .valueProperty()
        .subscribe(
            offer -> {
              label.setText(offer.map(reason).orElse(""));
              Form.present(label, !label.getText().isEmpty());
            });
    return label;
  }

  private static final class WordCell<T> extends ListCell<T> {
    private final Function<T, String> words;

    WordCell(Function<T, String> words) {
      this.words = words;
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? "" : words.apply(item));
    }
  }
}
