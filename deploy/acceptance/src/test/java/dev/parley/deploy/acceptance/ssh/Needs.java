package dev.parley.deploy.acceptance.ssh;

import dev.parley.deploy.acceptance.program.Programs;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/// Marks tests that need programs of this machine. Without them they are skipped and say so, but
/// fail where `CI` is set: there they must not be missing.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Needs.Installed.class)
public @interface Needs {
  /// {@return names of the programs}
  String[] value();

  /// Looks for them.
  final class Installed implements ExecutionCondition {
    /// Made by JUnit.
    public Installed() {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
      List<String> missing =
          test.getElement()
              .flatMap(element -> AnnotationSupport.findAnnotation(element, Needs.class))
              .map(needs -> Programs.missing(needs.value()))
              .orElse(List.of());
      if (missing.isEmpty()) {
        return ConditionEvaluationResult.enabled("everything is installed");
      }
      String what = "not installed: " + missing + "; apt install openssh-client tmux ssh-audit";
      if (System.getenv("CI") != null) {
        throw new AssertionError(what);
      }
      return ConditionEvaluationResult.disabled(what);
    }
  }
}
