package dev.parley.deploy.acceptance.people;

import dev.parley.deploy.acceptance.compose.ComposeProject;
import dev.parley.deploy.acceptance.stack.Doors;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import dev.parley.deploy.acceptance.stack.RunningStack;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/// Gives tests the one stack of the JVM, and each test people of its own.
///
/// The stack starts with the first test that asks for it, and is stopped after the last test of
/// all; unless system properties name one that runs already. That one has [Doors] only: tests which
/// ask for a [ParleyStack], to end its processes or to read its files, are left out then.
public final class ParleyExtension
    implements ExecutionCondition, ParameterResolver, TestExecutionExceptionHandler {

  private static final Namespace NAMESPACE = Namespace.create(ParleyExtension.class);
  private static final Optional<RunningStack> RUNNING = RunningStack.ofProperties();

  /// Made by JUnit.
  public ParleyExtension() {}

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
    return RUNNING.isPresent()
            && test.getElement().map(ParleyExtension::wantsProcesses).orElse(false)
        ? ConditionEvaluationResult.disabled("asks for the processes of a stack of its own")
        : ConditionEvaluationResult.enabled("has what it asks for");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return List.of(Doors.class, ParleyStack.class, People.class, ComposeProject.class)
        .contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    if (type == People.class) {
      return people(test);
    }
    if (type == ComposeProject.class) {
      return ComposeProject.ofEnvironment();
    }
    return type == ParleyStack.class ? stack(test) : doors(test);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext test, Throwable failure)
      throws Throwable {
    failure.addSuppressed(new Transcripts(people(test).transcripts()));
    throw failure;
  }

  private static boolean wantsProcesses(AnnotatedElement element) {
    return element instanceof Executable executable
        && List.of(executable.getParameterTypes()).contains(ParleyStack.class);
  }

  private static Doors doors(ExtensionContext test) {
    return RUNNING.isPresent() ? RUNNING.get() : stack(test);
  }

  private static ParleyStack stack(ExtensionContext test) {
    return test.getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(ParleyStack.class, _ -> start(), ParleyStack.class);
  }

  private static ParleyStack start() {
    Map<String, String> settings = new HashMap<>(ParleyStack.CHEAP_HASHES);
    settings.put("parley.gateway.limit.trusted", BulkHandles.all());
    // So that SlowHttpIT need not wait for long.
    settings.put("parley.gateway.web.request-timeout", "2s");
    return ParleyStack.start(settings);
  }

  private static People people(ExtensionContext test) {
    return test.getStore(NAMESPACE)
        .computeIfAbsent(People.class, _ -> new People(doors(test)), People.class);
  }

  /// Carries what the connections of a failed test said.
  private static final class Transcripts extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Transcripts(String text) {
      super(text, null, false, false);
    }
  }
}
