package org.vitrine.app.machines;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.control.Sparkline;
import org.vitrine.app.control.StateLook;
import org.vitrine.app.control.StatePicture;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.UsageHistory;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineState;

/**
 * One line of the list. Bare text nodes placed by hand: a table's cells take two to three times as
 * long to the first picture.
 */
final class RowCell extends ListCell<Slot> {

  private static final PseudoClass FOLDER = PseudoClass.getPseudoClass("folder");
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final double INDENT = 16;
  private static final double GAP = 8;

  private final MachineTable table;
  private final Line line = new Line();
  private Subscription subscription = Subscription.EMPTY;

  RowCell(MachineTable table) {
    this.table = table;
    setText(null);
    getStyleClass().add("machine-row");
  }

  @Override
  protected void updateItem(@Nullable Slot slot, boolean empty) {
    boolean same = slot == getItem() && !empty && !isEmpty();
    super.updateItem(slot, empty);
    if (same) {
      return;
    }
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
    if (empty || slot == null) {
      setGraphic(null);
      setAccessibleText(null);
      pseudoClassStateChanged(FOLDER, false);
      pseudoClassStateChanged(STALE, false);
    } else {
      setGraphic(line);
      subscription = slot.rowProperty().subscribe(row -> show());
    }
  }

  /** Paints the line anew, as when a curve has a new point or the columns changed. */
  void show() {
    Slot slot = getItem();
    if (slot == null || isEmpty()) {
      return;
    }
    Row row = slot.row();
    pseudoClassStateChanged(FOLDER, row.isFolder());
    switch (row) {
      case Row.MachineRow machine -> line.showMachine(machine);
      case Row.HostRow host ->
          line.showFolder(
              "hosts",
              host.host().entry().label(),
              host.depth(),
              host.open(),
              counts(host.running(), host.shown()),
              RowText.host(host.snapshot().state(), Instant.now()));
      case Row.GroupRow group ->
          line.showFolder(
              "group",
              group.path().parts().getLast(),
              group.depth(),
              group.open(),
              counts(group.running(), group.shown()),
              "");
      case Row.HostGroupRow group ->
          line.showFolder("group", group.name(), group.depth(), group.open(), "", "");
    }
  }

  private static String counts(int running, int shown) {
    return shown == 0 ? "" : Words.word("list.counts", running, shown);
  }

  /** The content of a line. */
  private final class Line extends Pane {
    private final StatePicture picture = new StatePicture(13);
    private final Text name = text("row-name");
    private @Nullable FolderMark mark;
    private @Nullable Text note;
    private final Map<Column, Text> texts = new EnumMap<>(Column.class);
    private final Map<Column, String> values = new EnumMap<>(Column.class);
    private final Map<Column, Sparkline> curves = new EnumMap<>(Column.class);
    private String fullName = "";
    private String fullNote = "";
    private int depth;
    private boolean isFolder;

    Line() {
      getChildren().addAll(picture, name);
      setMinWidth(0);
      setPrefWidth(10);
    }

    private FolderMark mark() {
      FolderMark known = mark;
      if (known == null) {
        known =
            new FolderMark(
                () -> {
                  Slot slot = getItem();
                  if (slot != null && !isEmpty()) {
                    table.toggle(slot);
                  }
                });
        mark = known;
        getChildren().add(known);
      }
      return known;
    }

    private Text note() {
      Text known = note;
      if (known == null) {
        known = text("row-note");
        note = known;
        getChildren().add(known);
      }
      return known;
    }

    void showFolder(
        String icon, String title, int newDepth, boolean open, String counts, String state) {
      isFolder = true;
      depth = newDepth;
      mark().show(icon, open);
      fullName = title;
      fullNote = state.isEmpty() ? counts : counts.isEmpty() ? state : counts + " · " + state;
      curves.values().forEach(curve -> curve.setVisible(false));
      RowCell.this.pseudoClassStateChanged(STALE, false);
      setAccessibleText(
          Words.word(open ? "list.folder.open" : "list.folder.closed", title, fullNote));
      requestLayout();
    }

    void showMachine(Row.MachineRow row) {
      isFolder = false;
      depth = row.depth();
      Machine machine = row.machine();
      Optional<String> working = table.working(machine.key());
      picture.show(
          working.isPresent()
              ? StateLook.WORKING
              : row.stale() ? StateLook.SILENT : StateLook.of(machine.state()));
      fullName = machine.label();
      fullNote = "";
      RowCell.this.pseudoClassStateChanged(STALE, row.stale());
      Instant now = Instant.now();
      UsageHistory history = table.history(machine.key());
      boolean running = machine.state() == MachineState.RUNNING && !row.stale();
      for (Column column : table.columns()) {
        if (column == Column.NAME) {
          continue;
        }
        String value =
            column == Column.STATE && working.isPresent()
                ? working.get()
                : RowText.cell(column, row, now);
        texts.computeIfAbsent(column, this::newText);
        values.put(column, value);
        if (column.hasCurve()) {
          showCurve(column, running, history, machine);
        }
      }
      setAccessibleText(
          Words.word(
              "list.machine",
              machine.label(),
              working.orElse(RowText.state(machine)),
              row.hostLabel()));
      requestLayout();
    }

    private void showCurve(Column column, boolean running, UsageHistory history, Machine machine) {
      float[] values =
          switch (column) {
            case CPU -> history.cpu();
            case MEMORY -> history.memory();
            case DISK -> history.disk();
            case NETWORK -> history.network();
            case NAME, STATE, ADDRESS, HOST, TAGS, UPTIME -> new float[0];
          };
      boolean wanted = running && values.length > 1;
      if (!wanted && !curves.containsKey(column)) {
        return;
      }
      Sparkline curve = curves.computeIfAbsent(column, this::newCurve);
      curve.setVisible(wanted);
      if (wanted) {
        curve.show(values, table.scaleTop(column, machine));
      }
    }

    private Text newText(Column column) {
      Text text = text(column == Column.TAGS ? "row-tags" : "row-text");
      getChildren().add(text);
      return text;
    }

    private Sparkline newCurve(Column column) {
      Sparkline curve = new Sparkline();
      curve.setManaged(false);
      getChildren().add(curve);
      return curve;
    }

    private static Text text(String styleClass) {
      Text text = new Text();
      text.setManaged(false);
      text.getStyleClass().add(styleClass);
      return text;
    }

    @Override
    protected double computePrefHeight(double width) {
      return 18;
    }

    @Override
    protected void layoutChildren() {
      double height = getHeight();
      double x = depth * INDENT;
      picture.setVisible(!isFolder);
      if (mark != null) {
        mark.setVisible(isFolder);
      }
      if (isFolder) {
        mark().resizeRelocate(x, 0, FolderMark.WIDTH, height);
        x += 40;
      } else {
        place(picture, x + 18, height);
        x += 40;
      }
      List<Column> columns = table.columns();
      double right = table.nameWidth();
      Ellipsis.fit(name, fullName, isFolder ? getWidth() - x - GAP : right - x - GAP);
      baseline(name, x, height);
      if (note != null) {
        note.setVisible(isFolder);
      }
      if (isFolder) {
        double start = x + name.getLayoutBounds().getWidth() + 2 * GAP;
        Ellipsis.fit(note(), fullNote, getWidth() - start);
        baseline(note(), start, height);
      }
      double left = right;
      for (Column column : columns) {
        if (column != Column.NAME) {
          double width = table.width(column);
          layoutColumn(column, left, width, height);
          left += width;
        }
      }
      texts.forEach((column, text) -> text.setVisible(!isFolder && columns.contains(column)));
      curves.forEach((column, curve) -> curve.setOpacity(columns.contains(column) ? 1 : 0));
    }

    private void layoutColumn(Column column, double left, double width, double height) {
      Text text = texts.get(column);
      if (text == null || isFolder) {
        return;
      }
      Ellipsis.fit(text, values.getOrDefault(column, ""), width - GAP);
      double textWidth = text.getLayoutBounds().getWidth();
      baseline(text, column.isNumber() ? left + width - GAP - textWidth : left + GAP / 2, height);
      Sparkline curve = curves.get(column);
      if (curve != null) {
        double room = width - GAP - textWidth - GAP;
        curve.setVisible(curve.isVisible() && room > 14);
        curve.resizeRelocate(left + GAP / 2, 1, Math.max(0, Math.min(room, 44)), height - 2);
      }
    }

    private static void place(javafx.scene.layout.Region node, double x, double height) {
      double side = node.getPrefWidth();
      node.resizeRelocate(x, Math.rint((height - side) / 2), side, side);
    }

    private static void baseline(Text text, double x, double height) {
      text.setX(Math.rint(x));
      double half = text.getLayoutBounds().getHeight() / 2;
      text.setY(Math.rint(height / 2 - half + text.getBaselineOffset()));
    }
  }
}
