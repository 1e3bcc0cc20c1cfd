package org.vitrine.bridge.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test against virt-install; left out where it is not installed, but not on a build machine. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsVirtInstall.Condition.class)
public @interface NeedsVirtInstall {

  /** Looks for the program and for the folder of its parts. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (Files.isExecutable(Path.of("/usr/bin/virt-install"))
          && Files.isDirectory(Path.of("/usr/share/virt-manager/virtinst"))) {
        return ConditionEvaluationResult.enabled("virt-install is installed");
      }
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException("virt-install (package virtinst) must be installed here");
      }
      return ConditionEvaluationResult.disabled("needs virt-install (package virtinst)");
    }
  }
}
