package org.vitrine.model.explain;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.model.plan.PlanField;
import org.vitrine.model.port.DefinitionLine;

/** One step of a script: lines that a POSIX shell reads. */
public sealed interface ShellStep {

  PlanField field();

  /** The lines of the script, each with its field. */
  List<Shown> lines();

  /** A program and its words. */
  record Run(PlanField field, Command command) implements ShellStep {
    @Override
    public List<Shown> lines() {
      return List.of(new Shown(field, command.shellLine()));
    }
  }

  /**
   * Several programs at work together, as a shell would write it.
   *
   * @param line whose words are quoted already
   */
  record Line(PlanField field, String line) implements ShellStep {
    @Override
    public List<Shown> lines() {
      return List.of(new Shown(field, line));
    }
  }

  /** A program that reads a document, in which the shell expands nothing. */
  record Feed(PlanField field, Command command, List<DefinitionLine> document)
      implements ShellStep {

    public Feed {
      document = List.copyOf(document);
    }

    @Override
    public List<Shown> lines() {
      List<String> texts = document.stream().map(DefinitionLine::text).toList();
      String end = HereDocument.end(texts);
      List<Shown> lines = new ArrayList<>();
      lines.add(new Shown(field, command.shellLine() + " <<'" + end + "'"));
      for (DefinitionLine line : document) {
        // a text of several lines is several lines of the script
        line.text().lines().forEach(text -> lines.add(new Shown(line.field(), text)));
      }
      lines.add(new Shown(field, end));
      return lines;
    }
  }

  /** A file with just this content, which nobody else may read. */
  record Write(PlanField field, String path, String content) implements ShellStep {
    @Override
    public List<Shown> lines() {
      String into = " > " + Command.quoted(path);
      if (!content.endsWith("\n")) {
        // a here-document always ends its last line
        return List.of(new Shown(field, Command.of("printf", "%s", content).shellLine() + into));
      }
      List<String> texts = List.of(content.substring(0, content.length() - 1).split("\n", -1));
      String end = HereDocument.end(texts);
      List<Shown> lines = new ArrayList<>();
      lines.add(new Shown(field, "cat" + into + " <<'" + end + "'"));
      texts.forEach(text -> lines.add(new Shown(field, text)));
      lines.add(new Shown(field, end));
      return lines;
    }
  }
}
