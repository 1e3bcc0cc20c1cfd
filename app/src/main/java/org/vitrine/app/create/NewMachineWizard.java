package org.vitrine.app.create;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.create.page.PlaceholderPage;
import org.vitrine.app.create.page.Step;
import org.vitrine.app.create.page.WizardPage;
import org.vitrine.app.dialog.Layers;
import org.vitrine.app.settings.Settings;

/**
 * The way from nothing to a machine. Nothing exists on any host before the last button, and what
 * was filled in stays until a machine was made of it or the user starts anew.
 */
public final class NewMachineWizard {

  private final Layers layers;
  private final Settings settings;
  private @Nullable WizardFrame frame;
  private Draft draft = new Draft();

  public NewMachineWizard(Layers layers, Settings settings) {
    this.layers = layers;
    this.settings = settings;
  }

  /** Opens it on an empty form. */
  public void open() {
    draft = new Draft();
    show();
  }

  /** Opens it with a medium that is there already, as one dropped on the window. */
  public void open(Path medium) {
    draft = new Draft();
    draft.source().location().choose(medium.toString());
    show();
  }

  public boolean isOpen() {
    return frame != null;
  }

  private void show() {
    close();
    Steps steps = new Steps(pages());
    VBox commands = new VBox();
    commands.setId("wizard-commands");
    WizardFrame opened =
        new WizardFrame(
            steps,
            commands,
            settings.wizardCommandsShownProperty(),
            new WizardFrame.Doors() {
              @Override
              public void cancel() {
                close();
              }

              @Override
              public void create(boolean start) {
                close();
              }
            });
    opened.fitInto(layers);
    frame = opened;
    layers.open(opened, opened.firstFocus(), this::close);
    steps.page().focusFirst();
  }

  private void close() {
    Optional.ofNullable(frame).ifPresent(layers::close);
    frame = null;
  }

  private static List<WizardPage> pages() {
    List<WizardPage> pages = new ArrayList<>();
    for (Step step : Step.values()) {
      pages.add(new PlaceholderPage(step));
    }
    return pages;
  }
}
