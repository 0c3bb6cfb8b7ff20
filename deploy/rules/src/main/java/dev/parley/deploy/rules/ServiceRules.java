package dev.parley.deploy.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

/// What holds for every service beside [ModuleRules]: technology sits in leaf packages that are
/// named after it, and features do not know them.
public abstract class ServiceRules extends ModuleRules {
  private static final String[] TECHNOLOGY = {
    "org.apache.kafka..",
    "org.apache.sshd..",
    "java.sql..",
    "javax.sql..",
    "jakarta.persistence..",
    "jakarta.ws.rs..",
    "io.opentelemetry..",
    "org.hibernate",
    "org.hibernate.annotations..",
    "org.hibernate.query..",
    "org.postgresql..",
    "io.quarkus.hibernate..",
    "io.quarkus.websockets..",
    "software.amazon..",
    "io.vertx..",
    "io.netty.."
  };

  private final DescribedPredicate<JavaClass> leaf;
  private final String wiring;

  /// Reads the service's classes.
  ///
  /// @param root package that all of the service lies in
  /// @param fewestClasses fewer than this mean that the scan has missed some
  /// @param wiring package of what only starts, stops and wires, and so may name leaves
  /// @param leaves last segments of the leaf packages, such as `kafka`
  protected ServiceRules(String root, int fewestClasses, String wiring, String... leaves) {
    this(root, fewestClasses, Scans.of(root), wiring, leaves);
  }

  ServiceRules(
      String root, int fewestClasses, JavaClasses scanned, String wiring, String... leaves) {
    super(root, fewestClasses, scanned);
    this.wiring = wiring;
    String[] packages = new String[leaves.length];
    for (int i = 0; i < leaves.length; i++) {
      packages[i] = ".." + leaves[i] + "..";
    }
    this.leaf = resideInAnyPackage(packages).and(resideInAPackage(root + ".."));
  }

  /// A leaf may use what a feature beside its own offers, as a door does with a protocol: the
  /// features themselves are what must not go round in circles.
  @Override
  protected final JavaClasses features() {
    return scanned().that(not(leaf));
  }

  @Test
  final void keepsTechnologyInLeafPackages() {
    noClasses()
        .that(not(leaf).and(not(resideInAPackage(wiring))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(TECHNOLOGY)
        .check(scanned());
  }

  @Test
  final void keepsFeaturesFreeOfLeaves() {
    noClasses()
        .that(not(leaf).and(not(resideInAPackage(wiring))))
        .should()
        .dependOnClassesThat(leaf)
        .check(scanned());
  }

  /// {@return packages of Parley's that the service may use beside its own and the contracts}
  protected String[] libraries() {
    return new String[0];
  }

  @Test
  final void sharesWithOtherServicesTheContractsOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("dev.parley.."))
                .or(resideInAnyPackage(root() + "..", "dev.parley.contracts.."))
                .or(resideInAnyPackage(libraries())))
        .check(scanned());
  }

  @Test
  final void writesToTheLogOnly() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(scanned());
  }
}
