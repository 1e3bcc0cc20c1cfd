package org.vitrine.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.NullMarked;

/** What the rules ask that ArchUnit has no words for. */
final class Conditions {

  private static final int MOST_PARAMETERS = 7;
  private static final Set<String> MUTABLE =
      Set.of(
          "java.lang.StringBuilder",
          "java.lang.ThreadLocal",
          "java.util.ArrayList",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.LinkedHashMap",
          "java.util.TreeMap",
          "java.util.TreeSet",
          "java.util.ArrayDeque",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.concurrent.ConcurrentMap",
          "java.util.concurrent.CopyOnWriteArrayList",
          "java.util.concurrent.atomic.AtomicBoolean",
          "java.util.concurrent.atomic.AtomicInteger",
          "java.util.concurrent.atomic.AtomicLong",
          "java.util.concurrent.atomic.AtomicReference");

  private Conditions() {}

  static ArchCondition<JavaClass> useOnlyFeatures(
      String root, Set<String> shared, Set<String> composing) {
    return condition(
        "use no feature but the shared ones",
        (JavaClass item, ConditionEvents events) -> {
          String from = feature(root, item);
          for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
            String to = feature(root, dependency.getTargetClass());
            if (!to.isEmpty()
                && !to.equals(from)
                && !shared.contains(to)
                && !composing.contains(from)) {
              events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
            }
          }
        });
  }

  private static String feature(String root, JavaClass item) {
    String prefix = root + ".app.";
    String name = item.getPackageName();
    return name.startsWith(prefix) ? name.substring(prefix.length()).split("\\.", 2)[0] : "";
  }

  static ArchCondition<JavaClass> avoidPackagesNamed(Set<String> banned) {
    return condition(
        "not lie in a package named " + banned,
        (item, events) -> {
          for (String part : item.getPackageName().split("\\.", -1)) {
            if (banned.contains(part)) {
              events.add(SimpleConditionEvent.violated(item, item.getName() + " lies in " + part));
            }
          }
        });
  }

  static ArchCondition<JavaClass> lieInAMarkedPackage() {
    return condition(
        "lie in a package whose package-info is @NullMarked",
        (item, events) -> {
          if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
            events.add(
                SimpleConditionEvent.violated(
                    item, item.getName() + ": its package is not @NullMarked"));
          }
        });
  }

  static ArchCondition<JavaField> keepNoState() {
    return condition(
        "be final and hold nothing that changes",
        (field, events) -> {
          String type = field.getRawType().getName();
          if (!field.getModifiers().contains(JavaModifier.FINAL) || MUTABLE.contains(type)) {
            events.add(SimpleConditionEvent.violated(field, field.getDescription()));
          }
        });
  }

  static ArchCondition<JavaConstructor> takeFewParameters() {
    return condition(
        "take at most " + MOST_PARAMETERS + " parameters",
        (constructor, events) -> {
          int count = constructor.getRawParameterTypes().size();
          if (count > MOST_PARAMETERS) {
            events.add(
                SimpleConditionEvent.violated(
                    constructor, constructor.getDescription() + " takes " + count));
          }
        });
  }

  static DescribedPredicate<JavaConstructor> writtenByHand() {
    return DescribedPredicate.describe(
        "written by hand, not in a record",
        constructor -> {
          JavaClass owner = constructor.getOwner();
          return !owner.isRecord() && !owner.isEnum() && !owner.isAnonymousClass();
        });
  }

  private static <T> ArchCondition<T> condition(String text, BiConsumer<T, ConditionEvents> check) {
    return new ArchCondition<>(text) {
      @Override
      public void check(T item, ConditionEvents events) {
        check.accept(item, events);
      }
    };
  }
}
