package org.vitrine.bridge.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test on a real session daemon; left out where there is none, but not on a build machine. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("session")
@ExtendWith(NeedsSessionDaemon.Condition.class)
public @interface NeedsSessionDaemon {

  /** Looks for the programs. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (SessionDaemon.isPossible()) {
        return ConditionEvaluationResult.enabled("libvirtd and QEMU are installed");
      }
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException("libvirtd and qemu-system-x86 must be installed here");
      }
      return ConditionEvaluationResult.disabled("needs libvirtd and qemu-system-x86 installed");
    }
  }
}
