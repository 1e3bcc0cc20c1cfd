package org.vitrine.bridge.answer;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.bridge.os.OsinfoFolders;
import org.vitrine.bridge.xml.SafeDocuments;
import org.vitrine.model.answer.AnswerFault;
import org.vitrine.model.answer.AnswerSet;
import org.vitrine.model.answer.AnswerWay;
import org.vitrine.model.answer.AnswerWay.Format;
import org.vitrine.model.answer.Answers;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.Setup;
import org.vitrine.model.port.AnswerWriter;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/**
 * Answers by the scripts of the installed osinfo-db, and cloud-init's by our own hand. The scripts
 * neither hash nor quote what they are given: both is done here, in the language of each.
 */
public final class OsinfoAnswers implements AnswerWriter {

  private final ScriptLibrary library;
  private final SystemAnswers system;
  private final SecureRandom random = new SecureRandom();

  public OsinfoAnswers(OsinfoFolders catalogues, SystemAnswers system) {
    this.library = new ScriptLibrary(catalogues.inOrder());
    this.system = system;
  }

  public static OsinfoAnswers ofThisComputer() {
    return new OsinfoAnswers(
        OsinfoFolders.of(System.getenv(), Path.of(System.getProperty("user.home", "/"))),
        SystemAnswers.ofThisComputer());
  }

  @Override
  public Answers defaults() {
    return system.read();
  }

  @Override
  public List<AnswerWay> ways(Optional<OperatingSystem> os, MediaReading medium) {
    if (medium.kind() == MediaReading.Kind.CLOUD_IMAGE) {
      return os.map(OperatingSystem::isWindows).orElse(false)
          ? List.of()
          : List.of(Ways.cloudInit());
    }
    if (os.isEmpty()
        || (medium.kind() != MediaReading.Kind.ISO
            && medium.kind() != MediaReading.Kind.INSTALL_TREE)) {
      return List.of();
    }
    if (Ways.hasNewUbuntuInstaller(os.get(), medium)) {
      return List.of(Ways.autoinstall());
    }
    List<AnswerWay> ways = new ArrayList<>();
    List<InstallScript> scripts = scripts(os.get());
    for (String profile : profiles(scripts)) {
      List<InstallScript> together = ScriptRun.together(scripts, profile);
      if (!together.isEmpty()) {
        ways.addAll(Ways.of(together, os.get(), medium));
      }
    }
    return List.copyOf(ways);
  }

  /** What most people want comes first. */
  private static Set<String> profiles(List<InstallScript> scripts) {
    Set<String> profiles = new LinkedHashSet<>();
    scripts.stream().map(InstallScript::profile).filter("desktop"::equals).forEach(profiles::add);
    scripts.forEach(script -> profiles.add(script.profile()));
    return profiles;
  }

  private List<InstallScript> scripts(OperatingSystem os) {
    return os.scripts().stream().flatMap(id -> library.find(id).stream()).toList();
  }

  @Override
  public AnswerSet write(AnswerWay way, Target target, Answers answers) throws ProblemException {
    Optional<AnswerFault> fault = way.check(answers).stream().findFirst();
    if (fault.isPresent() || (way.format() == Format.SIF && !OldWindows.canSay(answers))) {
      throw new ProblemException(
          Problem.of(
              Cause.ARGUMENT_REFUSED, fault.map(one -> one.field().name()).orElse("PASSWORD")));
    }
    Filling filling = Filling.of(answers, random);
    return switch (way.format()) {
      case CLOUD_INIT ->
          new AnswerSet(
              way,
              CloudSeed.files(filling, target.identity()),
              "cidata",
              "",
              // images for the cloud often lack the driver of every other kind of CD
              DiskPlan.Bus.SCSI);
      case AUTOINSTALL ->
          new AnswerSet(
              way,
              CloudSeed.installer(filling, target.identity()),
              "cidata",
              "autoinstall",
              DiskPlan.Bus.SATA);
      case PRESEED, KICKSTART, AUTOYAST, UNATTEND, SIF -> byScript(way, target, filling);
    };
  }

  private AnswerSet byScript(AnswerWay way, Target target, Filling filling)
      throws ProblemException {
    List<InstallScript> scripts =
        ScriptRun.together(target.os().map(this::scripts).orElse(List.of()), way.profile());
    if (scripts.isEmpty()) {
      throw new ProblemException(Problem.of(Cause.NOT_SUPPORTED_HERE, way.id()));
    }
    try {
      List<Setup.AnswerFile> files = new ArrayList<>();
      for (InstallScript script : scripts) {
        files.addAll(
            files(script, new ScriptRun(script, way, target, filling, library), target, filling));
      }
      String arguments =
          new ScriptRun(scripts.getFirst(), way, target, filling, library).kernelArguments();
      if (way.format() == Format.PRESEED && !filling.variant().isEmpty()) {
        arguments += " keyboard-configuration/variantcode=" + filling.variant();
      }
      return new AnswerSet(way, renamed(way, files), Ways.label(way), arguments, DiskPlan.Bus.SATA);
    } catch (SafeDocuments.Refused refused) {
      throw new ProblemException(
          new Problem(
              Cause.NOT_SUPPORTED_HERE,
              way.id(),
              "",
              new Problem.Raw(0, 0, String.valueOf(refused.getMessage()))),
          refused);
    }
  }

  private static List<Setup.AnswerFile> files(
      InstallScript script, ScriptRun run, Target target, Filling filling)
      throws SafeDocuments.Refused, ProblemException {
    String name = script.fileName();
    Optional<Format> format = ScriptRun.format(script);
    List<Setup.AnswerFile> files =
        switch (format.orElse(Format.SIF)) {
          case PRESEED -> Preseed.files(name, run.text(), filling);
          case KICKSTART -> file(name, Kickstart.finished(run.text(), filling));
          case AUTOYAST -> file(name, AutoYast.finished(run.tree(), filling));
          case UNATTEND -> file(name, Unattend.finished(run.tree(), filling, target.uefi()));
          case SIF -> file(name, OldWindows.finished(name, run.text(), filling));
          case CLOUD_INIT, AUTOINSTALL -> List.of();
        };
    for (Setup.AnswerFile file : files) {
      // a script of a newer catalogue may write a password where nothing is known to stand
      if (file.content().contains(Filling.USER_PASSWORD)
          || file.content().contains(Filling.ADMIN_PASSWORD)
          || file.content().contains(Filling.FULL_NAME)) {
        throw new ProblemException(Problem.of(Cause.NOT_SUPPORTED_HERE, script.id()));
      }
    }
    return files;
  }

  private static List<Setup.AnswerFile> file(String name, String content) {
    return List.of(new Setup.AnswerFile(name, content));
  }

  /** On a CD that the installer finds by its label, the file has the name that it looks for. */
  private static List<Setup.AnswerFile> renamed(AnswerWay way, List<Setup.AnswerFile> files) {
    if (way.format() != Format.KICKSTART || way.carried() != AnswerWay.Carried.SEED_CD) {
      return files;
    }
    return files.stream().map(file -> new Setup.AnswerFile("ks.cfg", file.content())).toList();
  }
}
