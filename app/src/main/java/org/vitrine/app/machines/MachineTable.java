package org.vitrine.app.machines;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.app.inventory.UsageHistory;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineKey;

/** The list itself: a header over lines. */
public final class MachineTable extends BorderPane {

  private static final double ROW_HEIGHT = 28;
  private static final double SCROLL_BAR = 16;

  /** What the style sheet keeps free at a line's two ends. */
  private static final double ROW_ENDS = 18;

  private final MachinesViewModel model;
  private final InventoryStore store;
  private final WorkingMachines working;
  private final ListView<Slot> list = new ListView<>();
  private final TableHeader header;
  private final List<RowCell> cells = new ArrayList<>();
  private Consumer<Machine> opened = machine -> {};
  private List<Column> columns = List.of(Column.NAME);
  private double nameWidth = Column.NAME.width();
  private Curves curves = Curves.NONE;
  private boolean restoring;
  private double scale = 1;

  public MachineTable(MachinesViewModel model, InventoryStore store, WorkingMachines working) {
    this.model = model;
    this.store = store;
    this.working = working;
    this.header = new TableHeader(model, this);
    createView();
    initListeners();
  }

  private void createView() {
    getStyleClass().add("machine-table");
    list.setId("machines");
    list.getStyleClass().add("machine-list");
    list.setAccessibleText(Words.word("list.name"));
    list.setFixedCellSize(ROW_HEIGHT);
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setCellFactory(
        view -> {
          RowCell cell = new RowCell(this);
          cells.add(cell);
          return cell;
        });
    list.setItems(model.slots());
    setTop(header);
    setCenter(list);
    // the columns make room by leaving; without this the header would hold the window open
    header.setMinWidth(0);
    list.setMinWidth(0);
    setMinWidth(0);
  }

  private void initListeners() {
    list.getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<Slot>) change -> selectionChanged());
    model.chosenProperty().subscribe(keys -> restoreSelection());
    model.columnsProperty().subscribe(layout -> arrange());
    widthProperty().subscribe(width -> arrange());
    working.subscribe(this::repaint);
    store.ticksProperty().subscribe(tick -> newPoint());
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    list.setOnMouseClicked(
        click -> {
          if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
            open(list.getSelectionModel().getSelectedItem());
          }
        });
  }

  public void whenOpened(Consumer<Machine> action) {
    opened = action;
  }

  /** Lines and columns grow with the text in them. */
  public void scale(double factor) {
    scale = factor;
    list.setFixedCellSize(Math.rint(ROW_HEIGHT * factor));
    arrange();
  }

  double scale() {
    return scale;
  }

  public ListView<Slot> list() {
    return list;
  }

  /** The machines whose lines can be seen now. */
  public Set<MachineKey> onScreen() {
    Set<MachineKey> seen = new HashSet<>();
    if (!isVisible() || getScene() == null) {
      return seen;
    }
    for (RowCell cell : cells) {
      if (isShown(cell) && cell.getItem().row() instanceof Row.MachineRow row) {
        seen.add(row.machine().key());
      }
    }
    return seen;
  }

  private static boolean isShown(IndexedCell<Slot> cell) {
    return cell.getItem() != null
        && !cell.isEmpty()
        && cell.isVisible()
        && cell.getParent() != null;
  }

  private void keyPressed(KeyEvent event) {
    Slot slot = list.getFocusModel().getFocusedItem();
    if (slot == null || event.isShortcutDown()) {
      return;
    }
    switch (event.getCode()) {
      case RIGHT -> setOpen(slot, true);
      case LEFT -> closeOrLeave(slot);
      case ENTER -> open(slot);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void open(@Nullable Slot slot) {
    if (slot == null) {
      return;
    }
    if (slot.row() instanceof Row.MachineRow row) {
      opened.accept(row.machine());
    } else {
      toggle(slot);
    }
  }

  void toggle(Slot slot) {
    setOpen(slot, !isOpen(slot.row()));
  }

  private void setOpen(Slot slot, boolean open) {
    if (slot.row().isFolder()) {
      model.setOpen(slot.key(), open);
    }
  }

  private void closeOrLeave(Slot slot) {
    if (isOpen(slot.row())) {
      setOpen(slot, false);
      return;
    }
    int index = list.getItems().indexOf(slot);
    for (int i = index - 1; i >= 0; i--) {
      if (list.getItems().get(i).row().depth() < slot.row().depth()) {
        list.getSelectionModel().clearAndSelect(i);
        list.scrollTo(Math.max(0, i - 2));
        return;
      }
    }
  }

  private static boolean isOpen(Row row) {
    return switch (row) {
      case Row.HostGroupRow group -> group.open();
      case Row.HostRow host -> host.open();
      case Row.GroupRow group -> group.open();
      case Row.MachineRow machine -> false;
    };
  }

  private void selectionChanged() {
    if (restoring) {
      return;
    }
    Set<Row.Key> keys = new LinkedHashSet<>();
    for (Slot slot : list.getSelectionModel().getSelectedItems()) {
      if (slot != null) {
        keys.add(slot.key());
      }
    }
    // lines that are just being laid anew report nothing chosen; the model knows better
    if (!list.getItems().isEmpty()) {
      restoring = true;
      try {
        model.choose(keys);
      } finally {
        restoring = false;
      }
    }
  }

  private void restoreSelection() {
    if (restoring) {
      return;
    }
    restoring = true;
    try {
      Set<Row.Key> wanted = model.chosenProperty().get();
      var selection = list.getSelectionModel();
      List<Integer> indices = new ArrayList<>();
      for (int i = 0; i < list.getItems().size(); i++) {
        if (wanted.contains(list.getItems().get(i).key())) {
          indices.add(i);
        }
      }
      if (!List.copyOf(selection.getSelectedIndices()).equals(indices)) {
        selection.clearSelection();
        if (!indices.isEmpty()) {
          int[] rest = indices.stream().skip(1).mapToInt(Integer::intValue).toArray();
          selection.selectIndices(indices.getFirst(), rest);
        }
      }
    } finally {
      restoring = false;
    }
  }

  /** Puts the chosen lines right after lines came, went or moved. */
  void selectionWasLost(Runnable change) {
    restoring = true;
    try {
      change.run();
    } finally {
      restoring = false;
    }
    restoreSelection();
  }

  private void arrange() {
    if (getWidth() <= 0) {
      return;
    }
    double width = Math.max(0, getWidth() - SCROLL_BAR - ROW_ENDS);
    ColumnLayout layout = model.columnsProperty().get();
    columns = layout.fitting(width / scale);
    double others = 0;
    for (Column column : columns) {
      others += column == Column.NAME ? 0 : layout.width(column) * scale;
    }
    nameWidth = Math.max(ColumnLayout.NAME_AT_LEAST * scale, width - others);
    header.arrange(columns, nameWidth);
    repaint();
  }

  private void newPoint() {
    curves = Curves.of(store, onScreen());
    repaint();
  }

  private void repaint() {
    for (RowCell cell : cells) {
      if (isShown(cell)) {
        cell.show();
      }
    }
  }

  List<Column> columns() {
    return columns;
  }

  double nameWidth() {
    return nameWidth;
  }

  double width(Column column) {
    return column == Column.NAME ? nameWidth : model.columnsProperty().get().width(column) * scale;
  }

  Optional<String> working(MachineKey machine) {
    return working.words(machine);
  }

  UsageHistory history(MachineKey machine) {
    return store.history(machine);
  }

  double scaleTop(Column column, Machine machine) {
    return curves.top(column, machine);
  }

  /** For the tab order and tests. */
  public Node focusTarget() {
    return list;
  }
}
