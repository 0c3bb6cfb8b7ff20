package dev.parley.deploy.browser;

import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/// Gives tests the one stack and the one browser of the JVM, and each test visitors of its own.
///
/// Without a Chromium the tests are skipped, and say so; where `CI` is set they fail. A test that
/// fails leaves pictures of what its visitors saw in `target/failed`.
public final class BrowserExtension
    implements ParameterResolver, ExecutionCondition, TestExecutionExceptionHandler {

  /// A handle that may write as fast as it likes.
  static final String BULK = "bulk";

  private static final String NONE_FOUND =
      "no Chromium found: apt install chromium, or name one in PARLEY_CHROMIUM";

  private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

  /// Made by JUnit.
  public BrowserExtension() {}

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return chromium(context)
        .map(_ -> ConditionEvaluationResult.enabled("there is a Chromium"))
        .orElseGet(BrowserExtension::skipped);
  }

  /// A build that nobody looks at must not be green for want of a browser.
  private static ConditionEvaluationResult skipped() {
    if (System.getenv("CI") != null) {
      throw new IllegalStateException(NONE_FOUND);
    }
    return ConditionEvaluationResult.disabled(NONE_FOUND);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    return type == ParleyStack.class || type == Visitors.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == ParleyStack.class ? stack(test) : visitors(test);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext test, Throwable failure)
      throws Throwable {
    visitors(test).photograph(test.getDisplayName());
    throw failure;
  }

  private static ParleyStack stack(ExtensionContext test) {
    return test.getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(ParleyStack.class, _ -> ParleyStack.start(settings()), ParleyStack.class);
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(ParleyStack.CHEAP_HASHES);
    settings.put("parley.gateway.limit.trusted", BULK);
    return settings;
  }

  private static Optional<Chromium> chromium(ExtensionContext test) {
    return test.getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Holder.class, _ -> new Holder(Chromium.start()), Holder.class)
        .chromium();
  }

  private static Visitors visitors(ExtensionContext test) {
    return test.getStore(NAMESPACE)
        .computeIfAbsent(
            Visitors.class,
            _ -> new Visitors(chromium(test).orElseThrow().browser(), stack(test)),
            Visitors.class);
  }

  /// Closed by JUnit with its store.
  private record Holder(Optional<Chromium> chromium) implements AutoCloseable {
    @Override
    public void close() {
      chromium.ifPresent(Chromium::close);
    }
  }
}
