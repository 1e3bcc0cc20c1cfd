package org.vitrine.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** All rules that are about classes; {@link SourceRules} has those about files. */
final class HouseRules {

  /** Features that every other one may use. */
  private static final Set<String> SHARED =
      Set.of(
          "inventory",
          "job",
          "dialog",
          "problem",
          "control",
          "i18n",
          "settings",
          "theme",
          "explain");

  /** Those that put the features together: the wiring, the main window and the tour of it all. */
  private static final Set<String> COMPOSING = Set.of("app", "shell", "tour");

  private HouseRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "model knows nobody",
            "model.vm.KnowsTheBridge",
            root ->
                noClasses()
                    .that()
                    .resideInAPackage(root + ".model..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(root + ".bridge..", root + ".app..")
                    .because("arrows point app -> bridge -> model and nothing points back")),
        new Rule(
            "bridge does not know the app",
            "bridge.image.KnowsTheApp",
            root ->
                noClasses()
                    .that()
                    .resideInAPackage(root + ".bridge..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(root + ".app..")
                    .because("arrows point app -> bridge -> model and nothing points back")),
        new Rule(
            "model is pure",
            "model.vm.OpensFiles",
            root ->
                noClasses()
                    .that()
                    .resideInAPackage(root + ".model..")
                    .should()
                    .dependOnClassesThat(impure())
                    .because("the model is what can be tried without a window, a disk or a host")),
        new Rule(
            "libvirt stays in its room",
            "bridge.image.CallsLibvirt",
            root ->
                noClasses()
                    .that()
                    .resideOutsideOfPackages(
                        root + ".bridge.libvirt..",
                        root + ".bridge.jna..",
                        root + ".bridge.event..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.libvirt..", "com.sun.jna..")
                    .because("native calls go through the ports; nobody else knows their rules")),
        new Rule(
            "one caller of Platform.runLater",
            "app.machines.HopsByItself",
            root ->
                noClasses()
                    .that()
                    .resideOutsideOfPackage(root + ".app.job..")
                    .should()
                    .callMethodWhere(calls("javafx.application.Platform", "runLater"))
                    .because("one hop a batch: FxThread in the job feature does it for all")),
        new Rule(
            "features stay apart",
            "app.machines.UsesStorage",
            root ->
                classes()
                    .that()
                    .resideInAPackage(root + ".app..")
                    .should(Conditions.useOnlyFeatures(root, SHARED, COMPOSING))
                    .because(
                        "a feature that knows another cannot be changed alone; the shell navigates,"
                            + " and what many need belongs into a shared feature")),
        new Rule(
            "no dumping grounds",
            "bridge.util.Things",
            root ->
                classes()
                    .should(
                        Conditions.avoidPackagesNamed(
                            Set.of(
                                "util", "utils", "common", "helper", "helpers", "manager", "misc",
                                "impl")))
                    .because("such names say nothing, so everything ends up there")),
        new Rule(
            "no hidden globals",
            "bridge.image.OnlyOne",
            root ->
                methods()
                    .that()
                    .areStatic()
                    .should()
                    .notHaveName("getInstance")
                    .because("constructors wire everything, in Composition")),
        new Rule(
            "no static state",
            "bridge.image.RemembersInAStatic",
            root ->
                fields()
                    .that()
                    .areStatic()
                    .and()
                    .doNotHaveModifier(JavaModifier.SYNTHETIC)
                    .should(Conditions.keepNoState())
                    .because(
                        "what is shared unseen breaks the second window and every other test")),
        new Rule(
            "one maker of XML readers",
            "bridge.image.ReadsXmlByItself",
            root ->
                noClasses()
                    .that()
                    .resideOutsideOfPackage(root + ".bridge.xml..")
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching(
                        "javax\\.xml\\..*Factory|org\\.xml\\.sax\\..*Factory"
                            + "|com\\.fasterxml\\.jackson\\.dataformat\\.xml\\.Xml(Mapper|Factory)")
                    .because("the limits against hostile XML are set in one place")),
        new Rule(
            "formatting names its locale",
            "bridge.image.FormatsInAnyLocale",
            root ->
                noClasses()
                    .should()
                    .callMethodWhere(withoutLocale())
                    .because("an I without a dot in Turkish, or Arabic digits in XML, break it")),
        new Rule(
            "no Runtime.exec",
            "bridge.image.RunsACommandLine",
            root ->
                noClasses()
                    .should()
                    .callMethodWhere(calls("java.lang.Runtime", "exec"))
                    .because("words, limits and environment are set on a ProcessBuilder")),
        new Rule(
            "no File.createTempFile",
            "bridge.image.MakesAnOpenFile",
            root ->
                noClasses()
                    .should()
                    .callMethodWhere(calls("java.io.File", "createTempFile"))
                    .because("it can be read by everybody; Files.createTempFile cannot")),
        new Rule(
            "no printed stack traces",
            "bridge.image.PrintsItsTrouble",
            root ->
                noClasses()
                    .should()
                    .callMethodWhere(printsATrace())
                    .because("nobody reads them; a Problem reaches the user")),
        new Rule(
            "nulls are declared",
            "app.machines.UsesStorage",
            root ->
                classes()
                    .should(Conditions.lieInAMarkedPackage())
                    .because("NullAway checks marked packages only")),
        new Rule(
            "constructors stay short",
            "bridge.image.WantsTooMuch",
            root ->
                constructors()
                    .that(Conditions.writtenByHand())
                    .should(Conditions.takeFewParameters())
                    .because("who needs more does more than one thing")));
  }

  private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> impure() {
    return DescribedPredicate.describe(
        "that reach for windows, parsers, files, the network or threads",
        target -> {
          String name = target.getName();
          return name.startsWith("javafx.")
              || name.startsWith("com.fasterxml.")
              || name.startsWith("org.libvirt.")
              || name.startsWith("com.sun.jna.")
              || name.startsWith("java.io.File")
              || name.startsWith("java.nio.file.")
              || name.startsWith("java.nio.channels.")
              || name.startsWith("java.util.concurrent.")
              || name.equals("java.lang.Thread")
              || name.startsWith("java.lang.Process")
              // an address as a number is no network
              || (name.startsWith("java.net.") && !name.equals("java.net.Inet6Address"));
        });
  }

  private static DescribedPredicate<JavaMethodCall> printsATrace() {
    return DescribedPredicate.describe(
        "prints a stack trace to the terminal",
        call ->
            call.getTarget().getName().equals("printStackTrace")
                && call.getTarget().getRawParameterTypes().isEmpty());
  }

  private static DescribedPredicate<JavaMethodCall> calls(String owner, String method) {
    return DescribedPredicate.describe(
        "calls " + owner + "." + method,
        call ->
            call.getTarget().getName().equals(method)
                && call.getTargetOwner().getName().equals(owner));
  }

  private static DescribedPredicate<JavaMethodCall> withoutLocale() {
    Set<String> names = Set.of("format", "formatted", "toLowerCase", "toUpperCase");
    return DescribedPredicate.describe(
        "formats or changes case in whatever locale there is",
        call ->
            call.getTargetOwner().isEquivalentTo(String.class)
                && names.contains(call.getTarget().getName())
                && call.getTarget().getRawParameterTypes().stream()
                    .noneMatch(type -> type.isEquivalentTo(Locale.class)));
  }
}
