package dev.parley.deploy.rules;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A rule that nothing can break would be worth nothing: each is tried on classes that break it.
class RulesTest {
  private static final String ROOT = "dev.parley.deploy.rules.broken";
  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(ROOT);

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void findsWhatBreaksARule(String found, ThrowingCallable rule) {
    assertThatThrownBy(rule).isInstanceOf(AssertionError.class).hasMessageContaining(found);
  }

  static Stream<Arguments> findsWhatBreaksARule() {
    var rules = new ServiceRules(ROOT, 100, BROKEN, ROOT, "kafka") {};
    return Stream.of(
        rule("classes below " + ROOT, rules::sawTheWholeModule),
        rule("Cycle detected", rules::keepsFeaturesFreeOfCycles),
        rule("@NullMarked", rules::saysOfEveryPackageWhatMayBeNull),
        rule("java.sql.Connection", rules::keepsTechnologyInLeafPackages),
        rule("kafka.Leaf", rules::keepsFeaturesFreeOfLeaves),
        rule("ModuleRules", rules::sharesWithOtherServicesTheContractsOnly),
        rule("System.err", rules::writesToTheLogOnly));
  }

  private static Arguments rule(String found, ThrowingCallable rule) {
    return Arguments.of(found, rule);
  }
}
