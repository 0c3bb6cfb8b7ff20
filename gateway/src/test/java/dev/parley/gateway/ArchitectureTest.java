package dev.parley.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "dev.parley.gateway";
  private static final String[] LEAVES = {
    "..tcp..",
    "..tls..",
    "..ws..",
    "..ssh..",
    "..web..",
    "..line..",
    "..frame..",
    "..kafka..",
    "..rest.."
  };
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void seesTheWholeModule() {
    assertThat(CLASSES).hasSizeGreaterThan(100);
  }

  @Test
  void keepsTechnologyInLeafPackages() {
    noClasses()
        .that()
        .resideOutsideOfPackages(LEAVES)
        .and(not(resideInAPackage(ROOT)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.vertx..",
            "io.netty..",
            "org.apache.kafka..",
            "org.apache.sshd..",
            "io.quarkus.websockets..",
            "jakarta.ws.rs..",
            "jakarta.persistence..")
        .check(CLASSES);
  }

  @Test
  void knowsNoOtherService() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.parley.auth..", "dev.parley.routing..", "dev.parley.presence..")
        .check(CLASSES);
  }

  @Test
  void keepsFeaturesFreeOfLeaves() {
    noClasses()
        .that()
        .resideOutsideOfPackages(LEAVES)
        .and(not(resideInAPackage(ROOT)))
        .should()
        .dependOnClassesThat(resideInAnyPackage(LEAVES).and(resideInAPackage(ROOT + "..")))
        .check(CLASSES);
  }

  @Test
  void lowerFeaturesDoNotKnowHigherOnes() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".exchange..", ROOT + ".limit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".session..",
            ROOT + ".request..",
            ROOT + ".subscription..",
            ROOT + ".delivery..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".subscription..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".session..", ROOT + ".request..", ROOT + ".delivery..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".session..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".request..", ROOT + ".delivery..")
        .check(CLASSES);
  }

  @Test
  void injectsThroughConstructorsOnly() {
    fields().should().notBeAnnotatedWith(Inject.class).check(CLASSES);
  }

  @Test
  void writesToNoStandardStream() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
  }

  @Test
  void marksEveryPackageForNullness() {
    assertThat(CLASSES.stream().map(JavaClass::getPackage).distinct())
        .extracting(JavaPackage::getName, p -> p.isAnnotatedWith(NullMarked.class))
        .allSatisfy(each -> assertThat(each.toList().get(1)).as("%s", each).isEqualTo(true));
  }
}
