package org.vitrine.bridge.testing;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test on a throw-away host with real guests; left out where there can be none, but not by root
 * on a build machine.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("system")
@ExtendWith(NeedsLabHost.Condition.class)
public @interface NeedsLabHost {

  /** Tries namespaces, and has the guest built. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (context.getTestMethod().isPresent()) {
        return ConditionEvaluationResult.enabled("its class may run");
      }
      String missing = missing();
      if (missing.isEmpty()) {
        return ConditionEvaluationResult.enabled("root, namespaces, libvirtd, QEMU, a guest");
      }
      if ("true".equals(System.getenv("CI")) && "root".equals(System.getProperty("user.name"))) {
        throw new IllegalStateException("throw-away hosts must be possible here: " + missing);
      }
      return ConditionEvaluationResult.disabled(missing);
    }

    private static String missing() {
      String missing = LabHost.impossible();
      if (!missing.isEmpty()) {
        return missing;
      }
      try {
        TinyGuest.media();
        return "";
      } catch (IOException failure) {
        return "needs a guest to be built: " + failure.getMessage();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return "interrupted";
      }
    }
  }
}
