package dev.parley.deploy.acceptance.people;

import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/// Gives tests the one stack of the JVM, and each test people of its own.
///
/// The stack starts with the first test that asks for it, and is stopped after the last test of
/// all.
public final class ParleyExtension implements ParameterResolver, TestExecutionExceptionHandler {

  private static final Namespace NAMESPACE = Namespace.create(ParleyExtension.class);

  /// Made by JUnit.
  public ParleyExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    return type == ParleyStack.class || type == People.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == ParleyStack.class ? stack(test) : people(test);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext test, Throwable failure)
      throws Throwable {
    failure.addSuppressed(new Transcripts(people(test).transcripts()));
    throw failure;
  }

  private static ParleyStack stack(ExtensionContext test) {
    return test.getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(ParleyStack.class, _ -> start(), ParleyStack.class);
  }

  private static ParleyStack start() {
    return ParleyStack.start(Map.of("parley.gateway.limit.trusted", BulkHandles.all()));
  }

  private static People people(ExtensionContext test) {
    return test.getStore(NAMESPACE)
        .computeIfAbsent(People.class, _ -> new People(stack(test)), People.class);
  }

  /// Carries what the connections of a failed test said.
  private static final class Transcripts extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Transcripts(String text) {
      super(text, null, false, false);
    }
  }
}
