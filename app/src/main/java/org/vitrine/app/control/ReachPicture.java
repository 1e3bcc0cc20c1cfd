package org.vitrine.app.control;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.network.Reach;
import org.vitrine.model.network.Reach.Answer;
import org.vitrine.model.network.Reach.Way;

/**
 * Who reaches whom over a network card, in a line: another machine, this machine, the host, the
 * rest of the world. A whole line with a head leads there, a broken one with a cross does not, and
 * a ring stands where only named ports lead in; none of it is told by colour alone.
 */
public final class ReachPicture extends Region {

  private static final double WIDTH = 212;
  private static final double HEIGHT = 46;
  private static final double ROW = 33;
  private static final double ARC = 9;
  private static final double ICON = 18;
  private static final double OTHER = 12;
  private static final double MACHINE = 72;
  private static final double HOST = 138;
  private static final double OUTSIDE = 200;
  private static final double GAP = 13;
  private static final double HEAD = 4.5;

  private final List<Icon> icons = new ArrayList<>();

  public ReachPicture() {
    getStyleClass().add("reach");
    setMinSize(WIDTH, HEIGHT);
    setPrefSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    for (String name : List.of("machine", "machine", "hosts", "outside")) {
      Icon icon = new Icon(name, ICON);
      icon.getStyleClass().add("reach-icon");
      icons.add(icon);
    }
    icons.get(1).getStyleClass().add("reach-this");
    Tips.on(this, this::getAccessibleText);
  }

  public void show(Reach reach) {
    setAccessibleText(words(reach));
    getChildren().setAll(icons);
    among(reach.answer(Way.MACHINE_TO_MACHINE));
    level(reach.answer(Way.MACHINE_TO_HOST), reach.answer(Way.HOST_TO_MACHINE));
    arc(reach.answer(Way.MACHINE_TO_OUTSIDE), reach.answer(Way.OUTSIDE_TO_MACHINE));
    requestLayout();
  }

  /** The same in words, one line for each way. */
  public static String words(Reach reach) {
    List<String> lines = new ArrayList<>();
    for (Way way : Way.values()) {
      Reach.Verdict verdict = reach.verdict(way);
      lines.add(
          Words.word(
              "reach.line",
              Words.word("reachWay", way),
              Words.word("reachAnswer", verdict.answer()),
              Words.word("reachReason", verdict.reason())));
    }
    return String.join("\n", lines);
  }

  private void among(Answer answer) {
    line(answer, OTHER + GAP, ROW, MACHINE - GAP, ROW);
    if (answer == Answer.YES) {
      head(MACHINE - GAP, ROW, 1, 0);
      head(OTHER + GAP, ROW, -1, 0);
    } else {
      cross((OTHER + MACHINE) / 2, ROW);
    }
  }

  private void level(Answer to, Answer from) {
    line(best(to, from), MACHINE + GAP, ROW, HOST - GAP, ROW);
    if (to != Answer.NO) {
      head(HOST - GAP, ROW, 1, 0);
    }
    if (from != Answer.NO) {
      head(MACHINE + GAP, ROW, -1, 0);
    }
    if (from == Answer.BY_PORTS) {
      ring(MACHINE + GAP + 12, ROW);
    }
    if (to == Answer.NO && from == Answer.NO) {
      cross((MACHINE + HOST) / 2, ROW);
    }
  }

  /** Over the host's head, as what it does for the machine is its own affair. */
  private void arc(Answer out, Answer in) {
    double foot = ROW - GAP;
    line(best(out, in), MACHINE, foot, MACHINE, ARC, OUTSIDE, ARC, OUTSIDE, foot);
    if (out != Answer.NO) {
      head(OUTSIDE, foot, 0, 1);
    }
    if (in != Answer.NO) {
      head(MACHINE, foot, 0, 1);
    }
    if (in == Answer.BY_PORTS) {
      ring(MACHINE + 14, ARC);
    }
    if (out == Answer.NO && in == Answer.NO) {
      cross((MACHINE + OUTSIDE) / 2, ARC);
    }
  }

  private static Answer best(Answer one, Answer other) {
    return one != Answer.NO ? one : other;
  }

  private void line(Answer answer, double... points) {
    add(new Polyline(points), answer == Answer.NO ? "reach-shut" : "reach-line");
  }

  /** Its tip at the place, pointing the given way. */
  private void head(double x, double y, double right, double down) {
    add(
        new Polygon(
            x,
            y,
            x - right * 2 * HEAD - down * HEAD,
            y - down * 2 * HEAD - right * HEAD,
            x - right * 2 * HEAD + down * HEAD,
            y - down * 2 * HEAD + right * HEAD),
        "reach-head");
  }

  private void cross(double x, double y) {
    add(new Polyline(x - HEAD, y - HEAD, x + HEAD, y + HEAD), "reach-cross");
    add(new Polyline(x - HEAD, y + HEAD, x + HEAD, y - HEAD), "reach-cross");
  }

  private void ring(double x, double y) {
    add(new javafx.scene.shape.Circle(x, y, HEAD), "reach-ring");
  }

  private void add(Shape shape, String style) {
    shape.setManaged(false);
    shape.setMouseTransparent(true);
    shape.getStyleClass().add(style);
    getChildren().add(shape);
  }

  @Override
  protected void layoutChildren() {
    double[] places = {OTHER, MACHINE, HOST, OUTSIDE};
    for (int i = 0; i < icons.size(); i++) {
      icons.get(i).resizeRelocate(places[i] - ICON / 2, ROW - ICON / 2, ICON, ICON);
    }
  }
}
